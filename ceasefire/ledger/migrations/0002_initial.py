# Generated from the models.

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ledger', '0001_functions'),
    ]

    operations = [
        migrations.CreateModel(
            name='Outbox',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.BigIntegerField(null=True, unique=True)),
                ('txid', models.BigIntegerField()),
                ('fact_table', models.CharField(max_length=63)),
                ('fact_id', models.BigIntegerField()),
                ('action', models.CharField(choices=[('recorded', 'Recorded'), ('corrected', 'Corrected'), ('retracted', 'Retracted')], max_length=9)),
                ('supersedes', models.BigIntegerField(null=True)),
                ('recorded_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('seq', None)), fields=['txid'], name='outbox_unnumbered'), models.Index(fields=['recorded_at'], name='outbox_by_instant'), models.Index(fields=['fact_table', 'fact_id'], name='outbox_by_fact')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('action', 'corrected'), ('supersedes__isnull', False)), models.Q(models.Q(('action', 'corrected'), _negated=True), ('supersedes__isnull', True)), _connector='OR'), name='outbox_corrected_names_what_it_supersedes')],
            },
        ),
        migrations.CreateModel(
            name='Head',
            fields=[
                ('id', models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('seq', models.BigIntegerField(default=0)),
                ('recorded_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='head_is_one_row')],
            },
        ),
        migrations.RunSQL(
            sql='INSERT INTO ledger_head (id, seq, recorded_at) VALUES (1, 0, clock_timestamp())',
            reverse_sql='',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='head',
            trigger=pgtrigger.compiler.Trigger(name='written_by_the_ledger', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_own()', func='RETURN NULL;', hash='13913c833231e2cbac956b90d190fe935cb010f3', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_written_by_the_ledger_ecc4e', table='ledger_head', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='head',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='1703a76eee1028fa6316ff98daea9e12e2204442', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_b9ec7', table='ledger_head', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='outbox',
            trigger=pgtrigger.compiler.Trigger(name='numbers_its_transaction', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', execute='ledger_number()', func='RETURN NULL;', hash='b0db2ca2c86f5499d995003e47da737809631a09', operation='INSERT', pgid='pgtrigger_numbers_its_transaction_5f591', table='ledger_outbox', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='outbox',
            trigger=pgtrigger.compiler.Trigger(name='written_by_the_ledger', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_own()', func='RETURN NULL;', hash='c8789bd64d98207238470e477569a7b65c7a91ef', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_written_by_the_ledger_a01b5', table='ledger_outbox', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='outbox',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='ff51f6bbaceee06deba63b35e4fb5ab44012d28c', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_1bbb8', table='ledger_outbox', when='BEFORE')),
        ),
    ]
