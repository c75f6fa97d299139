"""The desk: Django's admin with what an operator looks after. Writes go through the library's verbs."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.models import User

from kushk.desk.admin.accounts import AccountAdmin
from kushk.desk.admin.membership import REGISTERED
from kushk.desk.admin.publications import PublicationAdmin
from kushk.desk.admin.revisions import RevisionAdmin
from kushk.desk.admin.sources import SourceAdmin
from kushk.desk.admin.stories import StoryAdmin
from kushk.desk.admin.translations import GlossaryTermAdmin, ProposalAdmin
from kushk.desk.signing_in import DeskForm
from kushk.library.api import Publication, Revision, Source, Story
from kushk.renditions.translation.api import GlossaryTerm, Proposal

admin.site.site_header = "Kushk desk"
admin.site.site_title = "Kushk desk"
admin.site.index_title = "What there is to look after"
admin.site.site_url = "/"
admin.site.login_form = DeskForm
admin.site.login_template = "desk/login.html"
admin.site.index_template = "desk/index.html"
admin.site.empty_value_display = "–"

admin.site.unregister(User)
admin.site.register(User, AccountAdmin)
admin.site.register(Publication, PublicationAdmin)
admin.site.register(Source, SourceAdmin)
admin.site.register(Story, StoryAdmin)
admin.site.register(Revision, RevisionAdmin)
admin.site.register(GlossaryTerm, GlossaryTermAdmin)
admin.site.register(Proposal, ProposalAdmin)
for model, shown in REGISTERED.items():
    admin.site.register(model, shown)
