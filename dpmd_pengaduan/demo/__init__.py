"""The demo office: invented people and their complaints, walked through the flow by its own methods.

Loaded by name only (``load(env)``), never by installing the addon.
"""

from odoo.exceptions import UserError

from .kantor import Kantor
from .perjalanan import Perjalanan
from .perkara import PERKARA
from .waktu import jalankan


def load(env):
    """Build the demo office in a database that has no complaint yet.

    :param env: superuser environment; the caller commits
    :raise UserError: where complaints are, so that invented ones never mix with real ones
    """
    if env["dpmd.pengaduan"].with_context(active_test=False).search_count([], limit=1):
        raise UserError(env._("There are complaints in this database already. The demo is for an empty one."))
    kantor = Kantor(env)
    jalankan(kantor.env, [*(Perjalanan(kantor, perkara) for perkara in PERKARA), kantor.pelaksana_harian()])
    kantor.setelah_jalan()
    env["dpmd.angka"]._hitung(kantor.company)
    env["dpmd.rekap.bulan"]._hitung(kantor.company)
