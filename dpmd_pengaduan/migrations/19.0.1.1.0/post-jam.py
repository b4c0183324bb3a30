"""Clocks became the office's own, and a promise something else than a clock that runs."""

from odoo import SUPERUSER_ID, api
from odoo.addons.dpmd_pengaduan.models.kantor.hari import zona


def migrate(cr, version):
    """Give each office its clocks and targets, and set what the case now keeps of its promises."""
    env = api.Environment(cr, SUPERUSER_ID, {})
    kantor = env["dpmd.instansi"].search([])
    kantor._siapkan_jam()
    cr.execute("""
        UPDATE dpmd_pengaduan p
           SET batas = p.tenggat, batas_id = p.tenggat_id, tenggat = NULL, tenggat_id = NULL
          FROM dpmd_tenggat t
         WHERE t.id = p.tenggat_id AND t.kode IN ('verifikasi', 'tanggapan', 'melengkapi')
    """)
    for company in kantor.company_id:
        putusan = env["dpmd.tenggat"]._semua(company)["putusan"]
        if putusan.satuan == "kalender":  # as the public figures counted it until now
            cr.execute(
                """
                WITH janji AS (
                    SELECT id, (COALESCE(tanggal_keberatan, tanggal_lengkap) AT TIME ZONE 'UTC'
                                AT TIME ZONE %(zona)s)::date + %(hari)s AS hari
                      FROM dpmd_pengaduan
                     WHERE company_id = %(kantor)s AND tanggal_tanda_tangan IS NOT NULL
                )
                UPDATE dpmd_pengaduan p
                   SET janji_lewat = janji.hari
                  FROM janji
                 WHERE p.id = janji.id
                   AND janji.hari < (p.tanggal_tanda_tangan AT TIME ZONE 'UTC' AT TIME ZONE %(zona)s)::date
                """,
                {"zona": zona(company), "hari": putusan.jumlah, "kantor": company.id},
            )
