import pytz
import vobject
from odoo import fields, models
from odoo.tools import email_normalize, hmac
from odoo.tools.mail import email_split_tuples


class DpmdRapat(models.Model):
    """The meeting as an iCalendar file (RFC 5545, 5546), which the guest's calendar takes in, moves and strikes off."""

    _inherit = "dpmd.rapat"

    def _ics(self, peserta, pengirim, batal=False):
        """Return the invitation of one guest, or its taking back, as bytes: neutral words, no other guest in it.

        :param peserta: the guest, who has an address
        :param str pengirim: the office's own, as ``Name <address>``
        :param bool batal: the meeting is put off or called off
        """
        self.ensure_one()
        kalender = vobject.iCalendar()
        kalender.add("method").value = "CANCEL" if batal else "REQUEST"
        acara = kalender.add("vevent")
        acara.add("uid").value = self._uid_ics()
        # Each undangan and each taking back of one is a step further, or a calendar keeps what it has.
        undangan = len(self.dokumen_ids.filtered(lambda dokumen: dokumen.jenis == "undangan" and dokumen.name != "/"))
        acara.add("sequence").value = str(2 * undangan + batal)
        acara.add("status").value = "CANCELLED" if batal else "CONFIRMED"
        acara.add("dtstamp").value = fields.Datetime.now().replace(tzinfo=pytz.utc)
        acara.add("dtstart").value = self.mulai.replace(tzinfo=pytz.utc)
        acara.add("dtend").value = self.selesai.replace(tzinfo=pytz.utc)
        acara.add("summary").value = self.env._("Rapat koordinasi")
        acara.add("location").value = self.tempat
        for kantor, alamat in email_split_tuples(pengirim):
            self._pihak_ics(acara, "organizer", kantor, alamat)
        tamu = self._pihak_ics(acara, "attendee", peserta.nama, email_normalize(peserta.email))
        # How one answers stands in the letter; a calendar's own answer would come in as a mail nobody waits for.
        tamu.params.update({"ROLE": ["REQ-PARTICIPANT"], "PARTSTAT": ["NEEDS-ACTION"], "RSVP": ["FALSE"]})
        return kalender.serialize().encode()

    def _uid_ics(self):
        """Return what a calendar knows the meeting by: always the same, and nothing can be worked out of it."""
        return hmac(self.env(su=True), "dpmd-rapat-ics", str(self.id))[:40]

    def _pihak_ics(self, acara, nama, orang, alamat):
        pihak = acara.add(nama)
        pihak.value = f"mailto:{alamat}"
        pihak.params["CN"] = [orang.replace('"', "'")]
        return pihak
