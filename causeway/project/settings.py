"""Settings. Everything that differs from one installation to the next comes from the environment:

``DATABASE_URL``           a PostgreSQL 15 or newer; without it, our own in ``var/postgres``
``CAUSEWAY_SITE_URL``      the public address, e.g. https://causeway.example.org
``CAUSEWAY_HOSTS``         host names that it answers to, separated by commas
``CAUSEWAY_SECRETS``       the keys as JSON; without it, ``var/secrets.json``
``CAUSEWAY_VAR``           the folder for what it keeps on disk (default ``var``)
``CAUSEWAY_DEBUG``         1 for error pages with details; never in the open
``CAUSEWAY_PROXIES``       how many proxies stand before us and are to be believed (default 1 under https, else 0)
``EMAIL_URL``              ``console:``, ``file:/path`` or ``smtp://user:password@host:587?tls=1``
``CAUSEWAY_MAIL_FROM``     the sender of letters
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from causeway.project import database, mail, secrets

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(os.environ.get("CAUSEWAY_VAR", BASE_DIR / "var"))

DEBUG = os.environ.get("CAUSEWAY_DEBUG") == "1"
TESTING = "pytest" in sys.modules

_secrets = secrets.load(VAR_DIR)
SECRET_KEY = _secrets["secret_key"]
SEALING_KEYS = _secrets["sealing_keys"]
SEALING_KEY_CURRENT = _secrets["sealing_key_current"]
BLIND_INDEX_KEY = _secrets["blind_index_key"]

SITE_URL = os.environ.get("CAUSEWAY_SITE_URL", "http://localhost:8000").rstrip("/")
_secure = urlsplit(SITE_URL).scheme == "https"
_hosts = os.environ.get("CAUSEWAY_HOSTS", "")
ALLOWED_HOSTS = [
    host for host in [*_hosts.split(","), urlsplit(SITE_URL).hostname or "", "127.0.0.1", "localhost"] if host
]
CSRF_FAILURE_VIEW = "causeway.surfaces.site.views.not_from_here"
CSRF_TRUSTED_ORIGINS = [f"{urlsplit(SITE_URL).scheme}://{urlsplit(SITE_URL).netloc}"]

INSTALLED_APPS = [
    "causeway.domains.people",  # first, so that its templates go before allauth's
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "procrastinate.contrib.django",
    "causeway.kernel",
    "causeway.domains.alliances",
    "causeway.domains.services",
    "causeway.domains.campaigns",
    "causeway.domains.impact",
    "causeway.domains.petitions",
    "causeway.domains.assemblies",
    "causeway.domains.budgets",
    "causeway.surfaces.site",
    "causeway.project",
]

MIDDLEWARE = [
    "causeway.domains.services.web.no_trace.NoTrace",  # first: what it takes away, nothing behind it sees
    "django.middleware.security.SecurityMiddleware",
    "causeway.surfaces.site.middleware.ContentSecurityPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "causeway.surfaces.api.OpenToEverySite",
    "causeway.kernel.web.Reading",
    "causeway.kernel.web.ErrorPages",
]

ROOT_URLCONF = "causeway.project.urls"
WSGI_APPLICATION = "causeway.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "causeway.surfaces.site.context.site",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.contrib.humanize.templatetags.humanize",
                "causeway.surfaces.site.templatetags.site",
            ],
        },
    }
]
FORM_RENDERER = "causeway.surfaces.site.forms.SiteRenderer"

DATABASES = {
    "default": database.settings_for(os.environ.get("DATABASE_URL") or database.default_url(VAR_DIR / "postgres"))
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# One cache for all workers. Its keys are kept as keyed digests: they may be made of network addresses.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "kernel_cacheentry",
        "KEY_FUNCTION": "causeway.kernel.sealing.cache_key",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "display_name"]},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "causeway.domains.people.sign_in.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "causeway.domains.people.web.forms.SignInForm",
    "signup": "causeway.domains.people.web.forms.SignUpForm",
    "add_email": "causeway.domains.people.web.forms.ChangeAddressForm",
    "reset_password": "causeway.domains.people.web.sign_in_forms.AskForPasswordForm",
    "reset_password_from_key": "causeway.domains.people.web.sign_in_forms.ReplacePasswordForm",
    "change_password": "causeway.domains.people.web.sign_in_forms.OtherPasswordForm",
    "set_password": "causeway.domains.people.web.sign_in_forms.ChoosePasswordForm",
    "confirm_email_verification_code": "causeway.domains.people.web.sign_in_forms.ConfirmAddressForm",
    "reauthenticate": "causeway.domains.people.web.sign_in_forms.ItIsMeForm",
}
MFA_FORMS = {
    "authenticate": "causeway.domains.people.web.sign_in_forms.SecondStepForm",
    "reauthenticate": "causeway.domains.people.web.sign_in_forms.ItIsMeByCodeForm",
    "activate_totp": "causeway.domains.people.web.sign_in_forms.SwitchOnCodesForm",
    "add_webauthn": "causeway.domains.people.web.sign_in_forms.AddPasskeyForm",
    "edit_webauthn": "causeway.domains.people.web.sign_in_forms.RenamePasskeyForm",
    "signup_webauthn": "causeway.domains.people.web.sign_in_forms.FirstPasskeyForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
# A code that is typed in, not a link: no mail scanner can use it up, and passkey sign-up needs it.
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 2 * 60 * 60
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_TIMEOUT = 2 * 60 * 60
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Many people may share one address on the network (an office, a meeting, a library): what is counted by address
# is generous, what is counted by account is strict.
ACCOUNT_RATE_LIMITS = {
    "signup": "300/m/ip",
    "login": "600/m/ip",
    "login_failed": "200/m/ip,5/5m/key",
    "reset_password": "100/m/ip,5/m/key",
    "reset_password_from_key": "100/m/ip",
}
MFA_RATE_LIMITS = {"webauthn_login": "300/m/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("CAUSEWAY_PROXIES") or _secure)
MFA_ADAPTER = "causeway.domains.people.sign_in.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = True
MFA_TOTP_ISSUER = "Causeway"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _secure

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _secure
SESSION_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 31_536_000 if _secure else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _secure else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 5_000_000

LANGUAGE_CODE = "en-gb"
FORMAT_MODULE_PATH = ["causeway.project.formats"]
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]
LOCALE_PATHS = [BASE_DIR / "causeway" / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = VAR_DIR / "files"

globals().update(mail.settings_for(os.environ.get("EMAIL_URL", "console:")))
DEFAULT_FROM_EMAIL = os.environ.get("CAUSEWAY_MAIL_FROM", "Causeway <causeway@localhost>")

# Logs hold no personal data: no addresses, no user agents, no query strings.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "causeway.project.logs.WithoutPersonalData",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
