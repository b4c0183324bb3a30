from odoo import api, models
from odoo.exceptions import LockError, UserError
from odoo.tools import SQL

# The sentinel cannot be forged over RPC: an object of this process never arrives in a JSON context.
IZIN = object()
# What Odoo itself writes on a record beside the user's fields; none of it moves a case.
TEKNIS = {"message_main_attachment_id", "message_follower_ids", "message_ids", "activity_ids"}


class DpmdTerjaga(models.AbstractModel):
    """A record that only the flow may make and change, except for the words of whoever drafts it.

    Everything is refused unless the sentinel is in the context: ``env.su`` proves nothing, since
    automations, imports and public controllers run as superuser too.
    """

    _name = "dpmd.terjaga"
    _description = "Guarded Record"
    _induk = None  # the field that says what a record belongs to; set when it is made, and never again

    def _dengan_izin(self):
        """Return the records with the right to be written by the flow; for the flow's own code only."""
        return self.with_context(dpmd_izin=IZIN)

    def _berizin(self):
        return self.env.context.get("dpmd_izin") is IZIN

    def _kunci(self):
        """Lock the records until the end of the transaction; raise, in words, while somebody else has them."""
        try:
            self.sudo().lock_for_update()
        except LockError as galat:
            raise UserError(
                self.env._("Somebody else is working on this right now. Reload the page to see where it stands.")
            ) from galat

    def _kolom_isi(self):
        """Return the names of the fields that people fill in themselves, for this model."""
        return set()

    def _cek_boleh_isi(self):
        """Raise unless the user may fill in these records now; called before write, after create."""
        raise UserError(self.env._("This record is written by the steps of the SOP only."))

    @api.model_create_multi
    def create(self, vals_list):
        if self._berizin():
            return super().create(vals_list)
        kolom = self._kolom_isi()
        if not kolom:
            self._cek_boleh_isi()
        self._tolak_kolom(set().union(*vals_list) - kolom)
        konteks = {k: v for k, v in self.env.context.items() if not k.startswith("default_") or k[8:] in kolom}
        bersih = self.with_context(konteks)  # pylint: disable=context-overridden
        records = super(DpmdTerjaga, bersih).create(vals_list)
        records._cek_boleh_isi()
        return records

    def _add_missing_default_values(self, values):
        """Take the model's own defaults for all that people do not fill in themselves.

        So no default of the context or of the user (``ir.default``) sets what a rule depends on.
        """
        kolom = set() if self._berizin() else self._kolom_isi()
        bawaan = {
            name: field.default(self) if field.default else False
            for name, field in self._fields.items()
            if field.store
            and not field.compute
            and name not in kolom | TEKNIS
            and name not in models.MAGIC_COLUMNS
            and field.type != "one2many"
        }
        return super()._add_missing_default_values({**bawaan, **values})

    def write(self, vals):
        if not self._berizin():
            periksa = set(vals) - TEKNIS
            if periksa:
                self._tolak_kolom(periksa - (self._kolom_isi() - {self._induk}))
                self._cek_boleh_isi()
        return super().write(vals)

    def _tolak_kolom(self, kolom):
        if kolom:
            raise UserError(
                self.env._(
                    "%(kolom)s of %(model)s is written by the steps of the SOP only.",
                    kolom=", ".join(sorted(kolom)),
                    model=self._description,
                )
            )

    def copy(self, default=None):  # pylint: disable=method-required-super
        raise UserError(self.env._("An official record is not copied."))

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self.env._("Nothing official is deleted. Void it with a reason instead."))


def hanya_tambah(cr, tabel):
    """Make a table append-only in the database itself, also against SQL (rule 5 of the plan).

    :param cr: database cursor
    :param str tabel: name of a table of this addon
    """
    cr.execute("""
        CREATE OR REPLACE FUNCTION dpmd_hanya_tambah() RETURNS trigger AS $$
        BEGIN
            RAISE EXCEPTION 'dpmd: rows of % are append-only', TG_TABLE_NAME;
        END $$ LANGUAGE plpgsql
    """)
    cr.execute(
        SQL(
            """
        CREATE OR REPLACE TRIGGER %s BEFORE UPDATE OR DELETE ON %s
        FOR EACH ROW EXECUTE FUNCTION dpmd_hanya_tambah()
        """,
            SQL.identifier(f"{tabel}_hanya_tambah"),
            SQL.identifier(tabel),
        )
    )
