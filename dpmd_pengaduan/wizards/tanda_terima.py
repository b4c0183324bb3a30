import base64


def aksi_tanda_terima(pengaduan_sudo, pdf, kode, disurelkan=False, berikutnya=None):
    """Return the client's action that saves a tanda terima and shows its receipt number, which is stored nowhere.

    :param pengaduan_sudo: the case; what the user may not read of it is not told
    :param bytes pdf: the print; empty where it could not be made
    :param str kode: the receipt number
    :param bool disurelkan: it was also mailed to the pelapor
    :param berikutnya: the empty page for the next complaint comes behind it, or the case; ``None``: what is there stays
    """
    pengaduan = pengaduan_sudo.sudo(False)
    terbaca = pengaduan.has_access("read")
    register = pengaduan.name if terbaca and pengaduan.tanggal_daftar else ""
    return {
        "type": "ir.actions.client",
        "tag": "dpmd_tanda_terima",
        "params": {
            "kode": kode,
            "pdf": base64.b64encode(pdf).decode(),
            "berkas": f"tanda-terima-{register.replace('/', '-') or pengaduan.id}.pdf",
            "register": register,
            "pengaduan_id": terbaca and pengaduan.id,
            "disurelkan": bool(disurelkan),
            "berikutnya": berikutnya,
        },
    }
