from . import controllers, models, wizards


def post_init_hook(env):
    """Make what nobody has touched of Odoo's website the office's."""
    env["website"].search([])._jadikan_kantor()
