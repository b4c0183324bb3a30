from . import test_sop
