"""A client for the e-Sign Client Service of BSrE, version 2, as far as it can be seen in public code.

Seen alike in several clients of Indonesian offices, independent of each other; that of Kominfo Kepulauan Riau
(``kiiskominfokepri/esign``) names as its source *Petunjuk Teknis Penggunaan API Esign Client Service v2.2.1*:

* HTTP Basic with the user of the office;
* ``POST /api/v2/sign/pdf`` with ``nik`` or ``email``, ``passphrase`` or ``totp``, ``signatureProperties`` (a list;
  ``tampilan``: ``INVISIBLE``) and ``file`` (a list of base64), answered by ``{"time", "file": [base64]}``, or by a 4xx
  with ``{"error", "status_code"}``;
* ``POST /api/v2/sign/get/totp`` with ``data``, the number of files;
* ``POST /api/v2/user/check/status``, which says ``ISSUE`` of who can sign;
* ``POST /api/v2/verify/pdf`` with ``file`` (base64), which says ``conclusion``, such as ``VALID``.

Not verified: any of it against BSrE itself. Whether the signature is appended to the file, as we insist, or the file is
written anew; what a 500 leaves behind; in which corner the coordinates of ``VISIBLE`` begin, so we ask for none.
"""

import base64
import json
import re
import ssl
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from .penyedia import Gagal, TakDiketahui

SAMBUNG, BACA = 10, 60  # seconds, below what a worker of Odoo may take
MAKS = 2**25  # bytes of an answer
MAKS_KATA = 300
NIK = re.compile(r"\d{16}")


def alamat_aman(alamat):
    """Return whether a passphrase may be sent to an address: encrypted, or to a service on this very server."""
    try:
        bagian = urlsplit(alamat or "")
        bagian.port  # noqa: B018
    except ValueError:
        return False
    if bagian.username or bagian.query or bagian.fragment or not bagian.hostname:
        return False
    return bagian.scheme == "https" or (bagian.scheme == "http" and bagian.hostname in ("127.0.0.1", "localhost"))


class Bsre:
    """Ask the e-Sign service to sign; no proxy, no redirect, nothing logged.

    :param str alamat: where it answers
    :param str pengguna, rahasia: the office's user of the service
    :param str identitas: NIK or e-mail under which the signer is registered there
    :param str kunci: passphrase or one-time code, kept nowhere
    :param str cara: ``passphrase`` or ``totp``
    """

    def __init__(self, alamat, pengguna, rahasia, identitas="", kunci="", cara="passphrase"):
        self._alamat = urlsplit(alamat.rstrip("/"))
        self._basic = base64.b64encode(f"{pengguna}:{rahasia}".encode()).decode()
        self._siapa = {"nik" if NIK.fullmatch(identitas) else "email": identitas}
        self._kunci = {cara: kunci}
        self._samarkan = [satu for satu in (kunci, rahasia, identitas) if satu]

    def siap(self):
        """Check that the signer can sign, before any passphrase leaves.

        :raise Gagal: not, or nobody answers
        """
        try:
            status, jawaban = self._tanya("/api/v2/user/check/status", self._siapa)
        except TakDiketahui:
            raise Gagal("tak_terjangkau") from None
        self._tolak_bila_gagal(status, jawaban, "tak_terjangkau")
        if jawaban.get("status") != "ISSUE":
            raise Gagal("tak_aktif", self._bersih(jawaban.get("message") or jawaban.get("status")))

    def tandai(self, isi):
        """Return what came back for a PDF, both bytes.

        :raise Gagal: it was not signed
        :raise TakDiketahui: it may have been
        """
        badan = {
            **self._siapa,
            **self._kunci,
            "signatureProperties": [{"tampilan": "INVISIBLE"}],
            "file": [base64.b64encode(isi).decode()],
        }
        status, jawaban = self._tanya("/api/v2/sign/pdf", badan)
        if status >= 500 and not (status == 500 and jawaban.get("error")):
            raise TakDiketahui  # a gateway speaks for a service that may have gone on
        self._tolak_bila_gagal(status, jawaban, "ditolak")
        try:
            (satu,) = jawaban["file"]
            return base64.b64decode(satu, validate=True)
        except (KeyError, TypeError, ValueError):
            raise TakDiketahui from None  # it says that it did, and shows nothing

    def minta_totp(self):
        """Have the service send the signer a one-time code for one file.

        :raise Gagal: it did not
        """
        try:
            status, jawaban = self._tanya("/api/v2/sign/get/totp", {**self._siapa, "data": 1})
        except TakDiketahui:
            raise Gagal("tak_terjangkau") from None
        self._tolak_bila_gagal(status, jawaban, "tak_terjangkau")

    def kesimpulan(self, isi):
        """Return the conclusion of the service on a signed PDF (bytes), such as ``VALID``; empty without one."""
        try:
            status, jawaban = self._tanya("/api/v2/verify/pdf", {"file": base64.b64encode(isi).decode()})
        except (Gagal, TakDiketahui):
            return ""
        return self._bersih(jawaban.get("conclusion")) if status == 200 else ""

    def _tanya(self, jalan, badan):
        """Post to the service; return the status and the answer (a dict, empty where it is none).

        :raise Gagal: nothing was sent
        :raise TakDiketahui: it was sent, and no answer came
        """
        sambungan = self._sambungan()
        try:
            try:
                sambungan.connect()
            except OSError:
                raise Gagal("tak_terjangkau") from None
            sambungan.sock.settimeout(BACA)
            try:
                kepala = {"Authorization": f"Basic {self._basic}", "Content-Type": "application/json"}
                sambungan.request("POST", self._alamat.path + jalan, json.dumps(badan), kepala)
                jawaban = sambungan.getresponse()
                teks = jawaban.read(MAKS)
            except (OSError, HTTPException):
                raise TakDiketahui from None
        finally:
            sambungan.close()
        try:
            isi = json.loads(teks)
        except ValueError:
            isi = {}
        return jawaban.status, isi if isinstance(isi, dict) else {}

    def _sambungan(self):
        tempat = self._alamat.hostname, self._alamat.port
        if self._alamat.scheme == "https":
            return HTTPSConnection(*tempat, timeout=SAMBUNG, context=ssl.create_default_context())
        return HTTPConnection(*tempat, timeout=SAMBUNG)

    def _tolak_bila_gagal(self, status, jawaban, sebab):
        if status in (401, 403):
            raise Gagal("kredensial")
        if not 200 <= status < 300:
            raise Gagal(sebab, self._bersih(jawaban.get("error") or jawaban.get("message")))

    def _bersih(self, kata):
        """Return words of the service as they may be kept: short, and without what it was told in secret."""
        kata = kata if isinstance(kata, str) else ""
        for satu in self._samarkan:
            kata = kata.replace(satu, "…")
        return " ".join(kata.split())[:MAKS_KATA]
