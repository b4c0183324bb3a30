from odoo import models


class DpmdPengesahan(models.Model):
    """Nothing is put on a paper that is frozen: in the database itself, also against SQL."""

    _inherit = "dpmd.pengesahan"

    def init(self):
        self.env.cr.execute("""
            CREATE OR REPLACE FUNCTION dpmd_pengesahan_beku() RETURNS trigger AS $$
            BEGIN
                IF EXISTS (SELECT FROM dpmd_dokumen WHERE id = NEW.dokumen_id AND dibekukan IS NOT NULL) THEN
                    RAISE EXCEPTION 'dpmd: nothing is put on a frozen paper';
                END IF;
                RETURN NEW;
            END $$ LANGUAGE plpgsql
        """)
        self.env.cr.execute("""
            CREATE OR REPLACE TRIGGER dpmd_pengesahan_beku BEFORE INSERT ON dpmd_pengesahan
            FOR EACH ROW EXECUTE FUNCTION dpmd_pengesahan_beku()
        """)
        return super().init()
