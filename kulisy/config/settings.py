"""Settings of the centre's site. What differs between machines comes from the environment.

Every variable is described in docs/reference/settings.md.
"""

import django
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from kulisy.config import environment as env

VAR = env.var_folder()
BASE_DIR = env.ROOT

DEBUG = env.flag("KULISY_DEBUG")
SECRET_KEY = env.secret_key(VAR)
ALLOWED_HOSTS = env.words("KULISY_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("KULISY_ORIGINS")
PUBLIC_ADDRESS = env.address("KULISY_ADDRESS", "http://localhost:8000")
BEHIND_TLS = PUBLIC_ADDRESS.startswith("https://")

INSTALLED_APPS = [
    "kulisy.cli",
    "kulisy.kasztanowo",
    "kulisy.website",
    "kulisy.exchange",
    "kulisy.programme",
    "kulisy.venues",
    "kulisy.media",
    "kulisy.people",
    "kulisy.recurrence",
    "kulisy.ui",
    "kulisy.kernel",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.sites",
    "kulisy.people.users_app.UsersConfig",  # wagtail.users with our list of people
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.embeds",
    "wagtail.admin",
    "wagtail.search",  # without it adding a picture or a page fails: their lists are searched
    "wagtail",
    "modelcluster",
    "taggit",
    "django_htmx",
    "csp",
    *([] if django.VERSION >= (6, 0) else ["django_tasks"]),
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "kulisy.website.middleware.PageCacheMiddleware",  # outermost: a kept page costs nothing else
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kulisy.config.policy.PolicyMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kulisy.people.middleware.SecondFactorMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "kulisy.config.urls"
WSGI_APPLICATION = "kulisy.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "kulisy.website.context.site",
            ],
        },
    },
]

# --- Database, cache, tasks
DATABASES = {"default": env.database(env.text("DATABASE_URL"), VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": (
        {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": env.text("REDIS_URL"),
        }
        if env.text("REDIS_URL")
        else {
            # Shared by all processes of one machine, so that throttles count for all of them.
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "kulisy_cache",
        }
    ),
    "renditions": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
TASKS = {
    "default": {
        "BACKEND": env.text("KULISY_TASKS", "django_tasks_db.DatabaseBackend"),
        "QUEUES": ["default"],
    }
}

# --- People
AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
DEMO = env.flag("KULISY_DEMO")
SECOND_FACTOR_OBLIGATORY = not DEMO  # the demo's people carry no telephone
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("KULISY_PROXIES", 0)
ACCOUNT_ADAPTER = "kulisy.people.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "kulisy.people.forms.LoginForm",
    "request_login_code": "kulisy.people.forms.RequestLoginCodeForm",
    "confirm_login_code": "kulisy.people.forms.ConfirmLoginCodeForm",
    "reset_password": "kulisy.people.forms.ResetPasswordForm",
    "reset_password_from_key": "kulisy.people.forms.ResetPasswordKeyForm",
    "change_password": "kulisy.people.forms.ChangePasswordForm",
    "set_password": "kulisy.people.forms.SetPasswordForm",
    "add_email": "kulisy.people.forms.AddEmailForm",
    "reauthenticate": "kulisy.people.forms.ReauthenticateForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = (
    "none"  # an account begins with an invitation, which proves the address
)
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60  # mail servers that greylist answer after five minutes
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_SESSION_REMEMBER = None  # the person decides; on a shared desk computer they should not
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,30/h/ip,5/5m/key",
    "request_login_code": "10/m/ip,3/10m/key",
    "reset_password": "10/m/ip,3/10m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
    "manage_email": "10/m/user",
    "confirm_email": "1/1m/key",
}
MFA_ADAPTER = "kulisy.people.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "kulisy.people.forms.SecondFactorForm",
    "reauthenticate": "kulisy.people.forms.SecondFactorAgainForm",
    "activate_totp": "kulisy.people.forms.ActivateSecondFactorForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RECOVERY_CODE_DIGITS = 10
MFA_TOTP_TOLERANCE = 1  # telephones whose clock is half a minute wrong
MFA_ALLOW_UNVERIFIED_EMAIL = True  # accounts made on the command line have no confirmed address
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
MAIL_IS_SENT = bool(env.text("KULISY_SMTP_HOST"))  # else it is written to files
MAIL_FOLDER = VAR / "mail"
MAILERS = {
    "default": (
        {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {
                "host": env.text("KULISY_SMTP_HOST"),
                "port": env.number("KULISY_SMTP_PORT", 587),
                "username": env.text("KULISY_SMTP_USER"),
                "password": env.text("KULISY_SMTP_PASSWORD"),
                "use_tls": env.flag("KULISY_SMTP_TLS", default=True),
                "timeout": 20,  # seconds; a mail server that is silent must not hold a page
            },
        }
        if MAIL_IS_SENT
        else {
            "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "OPTIONS": {"file_path": str(MAIL_FOLDER)},
        }
    )
}
if django.VERSION < (6, 1):  # which knows no MAILERS
    vars().update(env.mail_before_mailers(MAILERS["default"]))
    del MAILERS
DEFAULT_FROM_EMAIL = env.text("KULISY_MAIL_FROM", "kulisy@localhost")

# --- Language and time
LANGUAGE_CODE = "pl"
LANGUAGES = [("pl", _("Polish")), ("en", _("English"))]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
TIME_ZONE = "Europe/Warsaw"
USE_I18N = True
USE_TZ = True

# --- Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/uploads/"
MEDIA_ROOT = VAR / "uploads"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # Wagtail's page editor posts many
FILE_UPLOAD_PERMISSIONS = 0o644

# --- Security
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
X_FRAME_OPTIONS = "SAMEORIGIN"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
    },
}

# --- Wagtail
WAGTAIL_SITE_NAME = "Kulisy"
WAGTAILADMIN_BASE_URL = PUBLIC_ADDRESS
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "kulisy.media.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "gif", "webp", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000  # a decoded picture of 40 megapixels takes 120 MB
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "odt", "ods", "txt", "csv"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_CONTENT_TYPES: dict[str, str] = {}
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_I18N_ENABLED = False
WAGTAIL_FRONTEND_LOGIN_URL = "/konto/login/"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "people:home"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # passwords change at /konto/, with the throttles there
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
TAGGIT_CASE_INSENSITIVE = True
if django.VERSION < (6, 0):
    FORMS_URLFIELD_ASSUME_HTTPS = True  # what Django 6 does

# --- Logs: one event name and key=value, never a name or address of a person
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.log_level("KULISY_LOG_LEVEL", "WARNING")},
    "loggers": {"kulisy": {"level": env.log_level("KULISY_LOG_LEVEL", "INFO")}},
}
