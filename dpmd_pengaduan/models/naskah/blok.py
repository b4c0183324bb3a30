"""The signature blocks of letters: who signs, as what, and how it was signed."""

from dataclasses import dataclass, field, replace

from .gambar import gambar
from .kata import Kata, kata_pilihan

SPASI = "\N{NO-BREAK SPACE}"  # what belongs together stays on one line
# What stands above the jabatan of who signs for the Kadis.
ATAS_NAMA = {
    "sekretaris_dinas": ("a.n. Kepala Dinas",),
    "kepala_bidang": ("a.n. Kepala Dinas", "Sekretaris Dinas", "u.b."),
}


@dataclass
class Blok:
    """A signature block as it is printed."""

    sebutan: str = ""
    nama: str = ""
    pangkat: str = ""
    nip: str = ""
    gambar: str = ""
    keterangan: str = ""
    kepala: list = field(default_factory=list)  # lines above the jabatan: place and date, "a.n. …"


@dataclass
class Paraf:
    """A row of the table of paraf as it is printed."""

    sebutan: str
    inisial: str = ""
    gambar: str = ""
    tanggal: str = ""


class PenandaTangan(Kata):
    """What a template calls for signatures; belongs to the ``Surat`` of a paper (``dokumen``) of a case."""

    def pengesahan(self, jenis):
        """Return the parafs or signatures on this paper, first to last (superuser)."""
        sah = self.dokumen.pengesahan_ids
        return sah.browse() if self.tanpa_sah else sah.filtered(lambda s: s.jenis == jenis)

    def sah_peserta(self, peserta):
        """Return the signature or refusal of who attended on this paper; empty while there is none (superuser)."""
        sah = self.dokumen.pengesahan_ids
        return sah.browse() if self.tanpa_sah else sah.filtered(lambda s: s.peserta_id == peserta)[-1:]

    @property
    def paraf_hierarki(self):
        """The paraf of a paper, from above to who drafted it; of one not handed up the rows that wait for them."""
        sah = self.pengesahan("paraf").sorted("id", reverse=True) | self.pengesahan("penyusun")
        baris = [
            Paraf(satu.sebutan, self.inisial(satu.nama), gambar(satu.gambar), self.tanggal(satu.waktu, "dd-MM-y"))
            for satu in sah
        ]
        ada = len(self.pengesahan("paraf"))
        kasus_sudo = self.pengaduan.sudo()
        dilewati = [jabatan for jabatan in self.jenis.paraf if kasus_sudo._tertutup(jabatan)]
        menunggu = [jabatan for jabatan in self.jenis.paraf if jabatan not in dilewati][ada:]
        kata = {jabatan: kata_pilihan("dpmd.penugasan", "jabatan", jabatan) for jabatan in self.jenis.paraf}
        return [
            *(Paraf(f"{kata[jabatan]} (tanpa paraf: pejabatnya dilaporkan)") for jabatan in reversed(dilewati)),
            *(Paraf(kata[jabatan]) for jabatan in reversed(menunggu)),
            *baris,
        ]

    def blok_pimpinan(self, pimpinan, hadir, tanggal):
        """Return the block of who led a meeting, as that one signed its berita acara; nothing for one who did not come.

        :param pimpinan: who led it (user)
        :param hadir: who attended
        :param date tanggal: of the berita acara
        """
        peserta = hadir.filtered(lambda satu: satu.user_id and satu.user_id == pimpinan)
        if not peserta:
            return None
        if self.tanpa_sah:
            return Blok()
        sah = self.sah_peserta(peserta[:1])
        if sah.jenis == "menolak":
            return None
        blok = self.blok_user(pimpinan)
        if sah:  # as an attendee, whose row says neither pangkat nor NIP
            blok = replace(blok, nama=sah.nama, gambar=gambar(sah.gambar), keterangan=self.cara(sah))
        return self.di_bawah(blok, self.tempat_tanggal(tanggal), "Pimpinan rapat,")

    def blok_penanda(self, user=None, jabatan=None, sebutan=""):
        """Return the block of who signs: as signed, or of whoever would sign it today.

        :param user: the person who signs, or
        :param str jabatan: the jabatan that does
        """
        if self.tanpa_sah:
            return Blok()  # whoever it is when it is signed
        sah = self.pengesahan("tanda_tangan").filtered(lambda s: user is None or s.user_id == user)[:1]
        if sah:
            return self.blok_sah(sah)
        return self.blok_pejabat(jabatan) if user is None else self.blok_user(user, sebutan)

    def blok_sah(self, sah):
        """Return the block of a signature given: the signer as he was at that moment."""
        return Blok(
            sah.sebutan, sah.nama, sah.pangkat, self.nip(sah.nip), gambar(sah.gambar), keterangan=self.cara(sah)
        )

    def cara(self, sah):
        """Return how a signature was given, as what it is: none is a certified electronic one."""
        if sah.cara == "kertas":
            return f"Ditandatangani di atas kertas, tanggal {self.tanggal(sah.waktu, 'dd-MM-y')}; asli: berkas pindaian"
        waktu = self.waktu(sah.waktu).replace(" ", SPASI) + SPASI + self.zona
        if sah.gambar:
            return f"Tanda tangan digambar di layar, {waktu}; sidik{SPASI}isi{SPASI}{sah.hash_isi[:16]}"
        return f"Disahkan lewat akun jabatan pada aplikasi, {waktu}"

    @property
    def sidik_isi(self):
        """The first digits of the hash a drawn signature is bound to; empty until there is one."""
        return "" if self.tanpa_sah else (self.dokumen.hash_isi or "")[:16]

    def blok_pejabat(self, jabatan, bidang=None):
        """Return the block of whoever holds a jabatan today."""
        tugas = self.env["dpmd.penugasan"]._pejabat(jabatan, self.company, bidang=bidang)[:1]
        return self._blok_tugas(tugas, kata_pilihan("dpmd.penugasan", "jabatan", jabatan))

    def blok_user(self, user, sebutan=""):
        """Return the block of a member of staff under his present jabatan."""
        bidang = self.pengaduan.sudo().bidang_id
        tugas = self.env["dpmd.penugasan"]._milik_user(user, self.company, bidang)
        return self._blok_tugas(tugas) if tugas else Blok(sebutan, user.sudo().name or "")

    def petugas(self, pengaduan):
        """Return the block of the officer who received a complaint."""
        if petugas := pengaduan._petugas_penerima():
            tugas = self.env["dpmd.penugasan"]._pejabat(
                "pengadministrasi_umum",
                self.company,
                user=petugas,
                tanggal=self._setempat(pengaduan.tanggal_terima).date(),
            )[:1]
            if tugas:
                return self._blok_tugas(tugas)
        return self.blok_pejabat("pengadministrasi_umum")

    def blok_surat(self):
        """Return the block of a letter that leaves the office: the Kadis, the Sekretaris a.n., or a Kabid u.b."""
        penanda = self.dokumen.penanda or self.instansi[f"ttd_{self.jenis.kunci}"]
        bidang = self.pengaduan.sudo().bidang_id
        if self.tanpa_sah:
            return Blok()  # whoever it is when it is signed
        sah = self.pengesahan("tanda_tangan")[:1]
        blok = self.blok_sah(sah) if sah else self.blok_pejabat(penanda, bidang)
        # Nobody signs in the name of a Kadis who is reported.
        atas_nama = () if self.pengaduan.sudo()._ke_inspektorat() else ATAS_NAMA.get(penanda, ())
        return self.di_bawah(blok, *atas_nama)

    def _blok_tugas(self, tugas, sebutan=""):
        """Return the empty block of an appointment (superuser); of its jabatan alone where nobody holds it."""
        return Blok(tugas.sebutan or sebutan, tugas.nama, tugas.pangkat, self.nip(tugas.nip))

    def di_bawah(self, blok, *baris):
        """Return a block with lines above the jabatan, such as place and date."""
        return replace(blok, kepala=[*baris])

    def tempat_tanggal(self, tanggal):
        """Return place and date of a signature."""
        return f"{self.instansi.tempat}, {self.tanggal(tanggal)}"
