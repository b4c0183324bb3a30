"""Reading hostile files in a program of its own: it may use so much time and memory and no more."""

import resource
import subprocess
import sys

BATAS_DETIK = 10  # of the processor
BATAS_MEMORI = 2**30


def jalankan_terpisah(berkas, masukan):
    """Return what a module of ours, run as a program, writes (bytes). It must import nothing of Odoo.

    :param str berkas: path of the module
    :param bytes masukan: what it reads from its standard input
    :raise subprocess.SubprocessError: it failed, or used up its time or memory
    """
    # -P: the modules beside it are none of its libraries
    perintah = [sys.executable, "-P", berkas]
    with subprocess.Popen(perintah, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as proses:
        # Before it is given anything to read.
        resource.prlimit(proses.pid, resource.RLIMIT_CPU, (BATAS_DETIK, BATAS_DETIK))
        resource.prlimit(proses.pid, resource.RLIMIT_AS, (BATAS_MEMORI, BATAS_MEMORI))
        try:
            keluaran, _galat = proses.communicate(masukan, timeout=3 * BATAS_DETIK)
        except subprocess.TimeoutExpired:
            proses.kill()
            raise
    if proses.returncode:
        raise subprocess.CalledProcessError(proses.returncode, perintah)
    return keluaran
