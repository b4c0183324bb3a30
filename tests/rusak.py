"""What the tests of damaged papers share: a file swapped in the filestore, a row changed behind the triggers."""

import os
from contextlib import contextmanager
from pathlib import Path

PALSU = b"%PDF-1.4 not what was issued"


@contextmanager
def berkas_tertukar(dokumen, isi=PALSU):
    """Keep other bytes in the filestore for the PDF of a paper, until the block ends; ``None`` for no file at all."""
    berkas = dokumen._berkas()
    tempat = Path(berkas._full_path(berkas.store_fname))
    asli = tempat.with_suffix(".asli")
    os.replace(tempat, asli)
    try:
        if isi is not None:
            tempat.write_bytes(isi)
        dokumen.env.invalidate_all()
        yield
    finally:
        os.replace(asli, tempat)
        dokumen.env.invalidate_all()


def tulis_paksa(env, sql, *nilai):
    """Run SQL on our tables as somebody who can switch their triggers off."""
    env.flush_all()
    tabel = [f"dpmd_{nama}" for nama in ("dokumen", "pengesahan", "langkah")]
    for nama in tabel:
        env.cr.execute(f"ALTER TABLE {nama} DISABLE TRIGGER USER")
    env.cr.execute(sql, nilai)
    for nama in tabel:
        env.cr.execute(f"ALTER TABLE {nama} ENABLE TRIGGER USER")
    env.invalidate_all()
