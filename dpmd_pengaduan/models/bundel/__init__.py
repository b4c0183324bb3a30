"""One case as one file, for the archive, the Inspektorat or the Ombudsman: as PDF, as ZIP, with a draft letter."""

from . import pengaduan_bundel
