"""./dev explain CASE LOGIN: why a user sees a case of the running office or not, and what is open to him there."""

from tools import database, odoo, postgres, setup, ui, venv

MARK = "=== explain"
SCRIPT = """
case, login = {case!r}, {login!r}
cases = env["dpmd.pengaduan"].with_context(active_test=False, lang="id_ID")
record = cases.search([("name", "=", case)], limit=1) or cases.browse(int(case) if case.isdigit() else 0).exists()
user = env["res.users"].with_context(active_test=False).search([("login", "=", login)])
print({mark!r})
if not record:
    print("There is no case with the register number or id", case)
elif not user:
    print("There is no user with the login", login)
else:
    state = dict(record._fields["state"]._description_selection(record.env))[record.state]
    print(f"{{record.display_name}} · {{state}} · {{user.name}} ({{user.login}})")
    for heading, lines in record._jelaskan(user):
        print(f"\\n{{heading}}")
        for holds, sentence in lines:
            print("  ✓" if holds else "  ✗", sentence)
print({mark!r})
"""


def main(case, login):
    """Print the explanation, in Indonesian; return the exit code."""
    setup.ensure(venv.RUN)
    with postgres.running():
        if database.RUN not in database.names():
            raise ui.Stop("There is no office yet: ./dev run builds one.")
        with ui.step("Asking the office") as step:
            printed = odoo.script(
                database.RUN,
                SCRIPT.format(case=case, login=login, mark=MARK),
                "explain",
                "The case could not be explained.",
                step,
            )
    ui.say(printed.split(MARK)[1].strip())
    return 0
