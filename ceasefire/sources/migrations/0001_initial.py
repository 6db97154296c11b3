# Generated from the models.

import ceasefire.ledger.dates
import ceasefire.ledger.models
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '__first__'),
        ('ledger', '0002_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('kind', models.CharField(choices=[('article', 'Article'), ('transcript', 'Transcript'), ('official_readout', 'Official Readout'), ('interview', 'Interview'), ('broadcast', 'Broadcast'), ('social_post', 'Social Post'), ('document', 'Document'), ('leak', 'Leak')], max_length=20)),
                ('title', models.CharField(max_length=300)),
                ('outlet', models.CharField(blank=True, max_length=200, null=True)),
                ('author', models.CharField(blank=True, max_length=200, null=True)),
                ('url', models.URLField(blank=True, max_length=2000, null=True)),
                ('published_on', ceasefire.ledger.dates.EdtfField(bounds='published', max_length=64)),
                ('published_lower', models.DateField(editable=False, null=True)),
                ('published_upper', models.DateField(editable=False, null=True)),
                ('published_precision', models.CharField(default='', editable=False, max_length=8)),
                ('language', models.CharField(default='en', max_length=35)),
                ('reliability', models.CharField(choices=[('A', 'completely reliable'), ('B', 'usually reliable'), ('C', 'fairly reliable'), ('D', 'not usually reliable'), ('E', 'unreliable'), ('F', 'cannot be judged')], default='F', max_length=1)),
                ('note', models.TextField(blank=True, null=True)),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='sources.source')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='source_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='source_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='source_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='source_closing_has_author_and_reason'), models.CheckConstraint(condition=models.Q(('published_lower__isnull', True), ('published_upper__isnull', True), models.Q(('published_lower__gte', '1800-01-01'), ('published_lower__lt', models.F('published_upper')), ('published_upper__lte', '2200-01-01')), _connector='OR'), name='source_published_runs_forward', violation_error_message='A date has to end after it begins.'), models.CheckConstraint(condition=models.Q(('url', None), ('url__regex', '^https?://'), _connector='OR'), name='source_url_is_http', violation_error_message='The address has to begin with http:// or https://.')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='25d0f2cf342ef7348eb15a3b51df52c21b4d0e36', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_795de', referencing='REFERENCING NEW TABLE AS new_rows ', table='sources_source', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='e709d0d6eb807297fc8ecc6c6a646a98d7bfb727', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_adf72', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='sources_source', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='a497d80d07308516ace50b398d79e9b1d6b2bb5a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_8af07', table='sources_source', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='5f6d0e0a2107d5b617ce424a5b95fb15bbabd40e', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_667f4', table='sources_source', when='BEFORE')),
        ),
    ]
