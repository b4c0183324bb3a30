from odoo import models
from odoo.tools import SQL

# What may still change of a frozen paper: it may be voided or superseded while it is valid, is delivered, and opened.
MASIH_BERUBAH = (
    "state",
    "alasan_batal",
    "disampaikan",
    "cara_sampai",
    "bukti_sampai_id",
    "gagal_sampai",
    "dibuka_pelapor",
    "write_uid",
    "write_date",
)


class DpmdDokumen(models.Model):
    """A paper is final once it is frozen: in the database itself, also against SQL."""

    _inherit = "dpmd.dokumen"

    def init(self):
        # By name of what may change, so that a column that comes later is final too.
        self.env.cr.execute(
            SQL(
                """
            CREATE OR REPLACE FUNCTION dpmd_dokumen_beku() RETURNS trigger AS $$
            BEGIN
                IF TG_OP = 'UPDATE'
                    AND to_jsonb(NEW) - %(boleh)s::text[] = to_jsonb(OLD) - %(boleh)s::text[]
                    AND (NEW.state = OLD.state OR OLD.state = 'berlaku' AND NEW.state IN ('batal', 'diganti'))
                    AND (NEW.alasan_batal IS NOT DISTINCT FROM OLD.alasan_batal
                         OR OLD.alasan_batal IS NULL AND OLD.state = 'berlaku' AND NEW.state <> 'berlaku')
                THEN
                    RETURN NEW;
                END IF;
                RAISE EXCEPTION 'dpmd: a frozen paper is final';
            END $$ LANGUAGE plpgsql
            """,
                boleh=list(MASIH_BERUBAH),
            )
        )
        self.env.cr.execute("""
            CREATE OR REPLACE TRIGGER dpmd_dokumen_beku BEFORE UPDATE OR DELETE ON dpmd_dokumen
            FOR EACH ROW WHEN (OLD.dibekukan IS NOT NULL) EXECUTE FUNCTION dpmd_dokumen_beku()
        """)
        return super().init()
