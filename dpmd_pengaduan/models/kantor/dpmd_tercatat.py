from collections import namedtuple

from odoo import api, models

from ..dasar.atas_nama import milik_kami

# A record as it is now: whether it matters to us, its kind, its name, the model it acts on, its words by field.
Potret = namedtuple("Potret", "penting jenis nama pada_model isi")

# Models of modules that this addon does not depend on: noted where they are installed, whatever they act on.
BILA_TERPASANG = {"base.automation": "otomasi"}


class DpmdTercatat(models.AbstractModel):
    """A record that decides who may do what; each change of it is noted and told (``dpmd.perubahan``).

    What the installation of a module writes is the vendor's and not noted, its installation is. That is told by
    the state of the registry: ``install_mode`` and the like are in the context, where anybody can put them.
    """

    _name = "dpmd.tercatat"
    _description = "Noted When Changed"

    def _register_hook(self):
        super()._register_hook()
        for model in BILA_TERPASANG:
            kelas, tercatat = self.pool.get(model), self.pool["dpmd.tercatat"]
            if kelas is not None and not issubclass(kelas, tercatat):
                # What ``_inherit`` does, which needs a module to depend on.
                *bagian, dasar = kelas._base_classes__
                kelas._base_classes__ = kelas.__bases__ = (*bagian, tercatat, dasar)

    def _jenis_perubahan(self):
        """Return the kind of this record, a key of ``dpmd.perubahan.jenis``."""
        return BILA_TERPASANG[self._name]

    def _kolom_perubahan(self):
        """Return the names of the fields whose change is noted: all that is stored with the record."""
        return {
            nama
            for nama, field in self._fields.items()
            if field.store and nama not in models.MAGIC_COLUMNS and field.type not in ("one2many", "binary")
        }

    def _model_perubahan(self):
        """Return the technical name of the model that this record acts on."""
        return self.model_id.model

    def _penting(self, isi):
        """Return whether a change of this record is noted.

        :param dict isi: the record's words by field
        """
        return self._name in BILA_TERPASANG or milik_kami(self._model_perubahan())

    def _isi_perubahan(self):
        """Return the words of this record by field; a translated field in each language."""
        isi = {}
        for nama in sorted(self._kolom_perubahan()):
            field = self._fields[nama]
            if field.translate:
                for bahasa, nilai in sorted((field._get_stored_translations(self) or {}).items()):
                    isi[f"{nama} [{bahasa}]"] = nilai
            elif field.relational or field.type == "reference":
                isi[nama] = ", ".join(f"{satu.display_name} [{satu.id}]" for satu in (self[nama] or ()))
            else:
                isi[nama] = str(self[nama]) if self[nama] or field.type == "boolean" else ""
        return {nama: nilai for nama, nilai in isi.items() if nilai}

    def _potret(self):
        """Return the pictures of these records by id; none while modules are being installed."""
        if not self.pool.ready:
            return {}
        antrean = self.env["dpmd.perubahan"]._antrean()
        if antrean["memotret"]:  # what Odoo still computes for a picture is in that picture
            return {}
        antrean["memotret"] = True
        try:
            self._recompute_recordset()
            return {
                record_sudo.id: record_sudo._potret_satu()
                for record_sudo in self.with_env(self.env(su=True, context={})).exists()
            }
        finally:
            antrean["memotret"] = False

    def _potret_satu(self):
        isi = self._isi_perubahan()
        return Potret(self._penting(isi), self._jenis_perubahan(), self.display_name, self._model_perubahan(), isi)

    def _catat_perubahan(self, lama):
        self.env["dpmd.perubahan"]._catat(self._name, lama, self._potret())

    @api.model_create_multi
    def create(self, vals_list):
        lama = self.browse()._potret()
        records = super().create(vals_list)
        records._catat_perubahan(lama)
        return records

    def write(self, vals):
        if not self._kolom_perubahan() & vals.keys():
            return super().write(vals)
        lama = self._potret()
        hasil = super().write(vals)
        self._catat_perubahan(lama)
        return hasil

    def unlink(self):
        lama = self._potret()
        hasil = super().unlink()
        self._catat_perubahan(lama)
        return hasil

    def _update_field_translations(self, field_name, translations, digest=None, source_lang=""):
        lama = self._potret()
        hasil = super()._update_field_translations(field_name, translations, digest=digest, source_lang=source_lang)
        self._catat_perubahan(lama)
        return hasil
