"""Makes the virtual environment and puts uv into it: ``make_venv.py FOLDER``.

Written so that an old Python can read it, because its first task is to tell that it is too old.
"""

import os
import subprocess
import sys

OLDEST = (3, 11)
HERE = os.path.dirname(os.path.abspath(__file__))
INSTALLER = os.path.join(os.path.dirname(HERE), "requirements", "installer.lock")


def python_of(folder):
    return os.path.join(folder, "bin", "python")


def fail(*sentences):
    sys.stderr.write("\n".join(sentences) + "\n")
    raise SystemExit(1)


def check_this_python():
    if sys.version_info < OLDEST:
        fail(
            "Kulisy needs Python 3.11 or newer; %s is Python %d.%d."
            % ((sys.executable,) + tuple(sys.version_info[:2])),
            "Name a newer one:  make PYTHON=python3.12 demo",
        )
    version = "%d.%d" % tuple(sys.version_info[:2])
    try:
        __import__("venv")
        __import__("ensurepip")
    except ImportError:
        fail(
            "This Python cannot make a virtual environment: its module ensurepip is missing.",
            "On Debian and Ubuntu:  apt install python%s-venv" % version,
        )


def make(folder):
    """An environment already there is kept, unless its Python is gone or too old."""
    probe = "import sys; sys.exit(sys.version_info < %r)" % (OLDEST,)
    if os.path.exists(python_of(folder)):
        if subprocess.call([python_of(folder), "-c", probe], stderr=subprocess.DEVNULL) == 0:
            return
        print("The environment in %s is of another Python; it is made anew." % folder)
    else:
        print("Making the environment in %s." % folder)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", folder]) != 0:
        fail("The environment could not be made in %s; the reason is above." % folder)


def install_uv(folder):
    pip = [python_of(folder), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    if subprocess.call(pip + ["--require-hashes", "--requirement", INSTALLER]) != 0:
        fail(
            "The installer uv could not be fetched; the reason is above.",
            "Without a network, set PIP_INDEX_URL to the mirror that this machine reaches.",
        )


if __name__ == "__main__":
    check_this_python()
    make(sys.argv[1])
    install_uv(sys.argv[1])
