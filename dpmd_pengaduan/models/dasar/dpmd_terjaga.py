from odoo import SUPERUSER_ID, api, models
from odoo.exceptions import LockError, UserError
from odoo.tools import SQL
from odoo.tools.misc import clean_context

from .izin import berizin, izin_berkas, pakai_izin

# What Odoo itself writes on a record beside the user's fields; none of it moves a case.
TEKNIS = {"message_follower_ids", "message_ids", "activity_ids"}


class DpmdTerjaga(models.AbstractModel):
    """A record that only the flow may make and change, except for the words of whoever drafts it.

    Everything is refused without a licence for just this write (``izin.py``): ``env.su`` proves nothing,
    since automations, imports and public controllers run as superuser too.
    """

    _name = "dpmd.terjaga"
    _description = "Guarded Record"
    # The field that says what a record belongs to; set when it is made, and never again. People make no
    # record of a model without one.
    _induk = None

    def _tulis(self, vals):
        """Write as the flow does; for the flow's own code only."""
        return berizin(self).write(vals)

    def _buat(self, vals_list):
        """Make records as the flow does; for the flow's own code only."""
        return berizin(self.browse()).create(vals_list)

    def _simpan_berkas(self, vals_list):
        """Keep loose files on this record as the flow does, in nobody's name; for the flow's own code only.

        :param vals_list: values of each file: ``name``, ``raw``, and where known ``mimetype``
        :return: the files (superuser)
        """
        self.ensure_one()
        # Unshrunk, or the same photo sent again would have another checksum.
        konteks = {**clean_context(self.env.context), "image_no_postprocess": True}
        Lampiran_sudo = self.env(user=SUPERUSER_ID, context=konteks)["ir.attachment"]
        return berizin(Lampiran_sudo).create(
            [{**vals, "res_model": self._name, "res_id": self.id} for vals in vals_list]
        )

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

    def _cek_boleh_isi(self, kolom=frozenset()):
        """Raise unless the user may fill in these records now; called before write, after create.

        :param kolom: names of the fields that are filled in; none where it is not about fields
        """
        raise UserError(self.env._("This record is written by the steps of the SOP only."))

    def _cek_tambah_berkas(self):
        """Raise unless the user may put a loose file on these records now; called before one is added."""
        raise UserError(self.env._("Files of this record are kept by the steps of the SOP only."))

    def _boleh_isi(self):
        """Return whether the user may fill in this record now, for the screens; the guard checks for real."""
        try:
            self._cek_boleh_isi()
        except UserError:
            return False
        return self.env[self._name].has_access("write")

    @api.model_create_multi
    def create(self, vals_list):
        records, licensed = pakai_izin(self)
        isian, diisi = self._kolom_isi(), set().union(*vals_list)
        if not licensed:
            if not self._induk:
                raise UserError(self.env._("This record is written by the steps of the SOP only."))
            self._tolak_kolom(diisi - isian)
        # The flow fills in all it means to; no default of the context or of the user adds to that.
        bawaan = self._bawaan(isian) if licensed else {}
        konteks = {
            k: v
            for k, v in records.env.context.items()
            if not k.startswith("default_") or (k[8:] in isian and not licensed)
        }
        with izin_berkas(records.with_env(records.env(context=konteks)), diisi) as pembuat:
            baru = super(DpmdTerjaga, pembuat).create([{**bawaan, **vals} for vals in vals_list])
        baru = baru.with_env(self.env(context=konteks))
        if not licensed:
            baru._cek_boleh_isi(diisi)
        return baru

    def _bawaan(self, names):
        """Return the model's own defaults of columns, without those of the context or the user."""
        return {
            name: self._nilai_bawaan(field) if field.default else False
            for name, field in self._fields.items()
            if name in names
            and name not in TEKNIS
            and name not in models.MAGIC_COLUMNS
            and field.store
            and not field.compute
            and field.type != "one2many"
        }

    def _nilai_bawaan(self, field):
        """Return a field's own default as a value to write."""
        cache = field.convert_to_cache(field.default(self), self, validate=False)
        return field.convert_to_write(field.convert_to_record(cache, self), self)

    def _add_missing_default_values(self, values):
        """Take the model's own defaults for all that people do not fill in themselves.

        So no default of the context or of the user (``ir.default``) sets what a rule depends on.
        """
        isian = self._kolom_isi()
        lengkap = super()._add_missing_default_values({**self._bawaan(set(self._fields) - isian), **values})
        return {
            name: nilai
            for name, nilai in lengkap.items()
            if name in values or name in isian or not self._fields[name].compute
        }

    def write(self, vals):
        records, licensed = pakai_izin(self)
        periksa = set(vals) - TEKNIS
        if periksa and not licensed:
            self._tolak_kolom(periksa - (self._kolom_isi() - {self._induk}))
            self._cek_boleh_isi(periksa)
        with izin_berkas(records, periksa) as records:
            return super(DpmdTerjaga, records).write(vals)

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

    # "At uninstall" is a flag in the context, which anybody can set; a register that is not empty stays installed.
    @api.ondelete(at_uninstall=True)
    def _unlink_never(self):
        raise UserError(self.env._("Nothing official is deleted. Void it with a reason instead."))


def hanya_tambah(cr, tabel, bila=None):
    """Make a table append-only in the database itself, also against SQL (rule 5 of the plan).

    :param cr: database cursor
    :param str tabel: name of a table of this addon
    :param bila: condition on the row as it is (``OLD``), where not every row is final from the start
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
        FOR EACH ROW WHEN (%s) EXECUTE FUNCTION dpmd_hanya_tambah()
        """,
            SQL.identifier(f"{tabel}_hanya_tambah"),
            SQL.identifier(tabel),
            bila or SQL("true"),
        )
    )
