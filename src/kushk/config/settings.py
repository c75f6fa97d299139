"""Django's settings, derived from the options in ``base/options.py``."""

from __future__ import annotations

from urllib.parse import urlsplit

from kushk.base.cookies import cookie_name, is_secure
from kushk.base.locale import INTERFACES, interface_name
from kushk.base.locale.tables import django_tag
from kushk.base.options import option
from kushk.base.secret import secret_key
from kushk.config.signing_in import signing_in

DATA = option("DATA")
MEDIA_ROOT = DATA / "media"
MEDIA_URL = "/media/"
SECRET_KEY = secret_key(DATA)
DEBUG = option("DEBUG")

STAND_NAME = option("NAME")
STAND_URL = (option("URL") or f"http://{option('HOST')}:{option('PORT')}").rstrip("/")
ALLOWED_HOSTS = [urlsplit(STAND_URL).hostname or "", "127.0.0.1", "localhost", "[::1]", *option("HOSTS")]
CSRF_TRUSTED_ORIGINS = [STAND_URL]

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "kushk.library",
    "kushk.renditions.translation",
    "kushk.accounts",
    "kushk.membership",
    "kushk.pipeline",
    "kushk.reader",
    "kushk.syndication",
    "kushk.desk",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "kushk.reader.middleware.policy_by_place",
    "kushk.reader.middleware.cookie_blind",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kushk.reader.middleware.private_by_default",
    "django.middleware.http.ConditionalGetMiddleware",
    "kushk.reader.middleware.interface_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kushk.reader.middleware.no_accounts",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "kushk.config.urls"
WSGI_APPLICATION = "kushk.config.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kushk.reader.context.interface",
            ]
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "kushk.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = INTERFACES[0]
LANGUAGES = [(django_tag(tag), interface_name(tag)) for tag in INTERFACES]
LANGUAGE_COOKIE_NAME = cookie_name("language")
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "kushk.config.storage.HashedFiles"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "worker-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "media-src": ["'self'", "blob:"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["kushk"],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
IS_SECURE = is_secure()
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if IS_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_SECURE
SESSION_COOKIE_NAME = cookie_name("session")
CSRF_COOKIE_NAME = cookie_name("csrftoken")
SESSION_ENGINE = "kushk.accounts.sessions"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "attempts",
        "KEY_FUNCTION": "kushk.accounts.attempts.hidden_key",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    }
}

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
_PASSWORDS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_PASSWORDS}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{_PASSWORDS}.CommonPasswordValidator"},
    {"NAME": f"{_PASSWORDS}.UserAttributeSimilarityValidator"},
]
globals().update(signing_in(STAND_URL, DATA))
