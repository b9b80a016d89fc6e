package io.memu4j.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.core.H2Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.core.SQLiteDatabase;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;

class RollbackTest {
    @Test
    void every_change_set_has_a_rollback_on_every_database() throws Exception {
        var resources = new ClassLoaderResourceAccessor();
        var parser = ChangeLogParserFactory.getInstance().getParser(MemoryMigrations.CHANGELOG, resources);
        for (Database database : List.of(new SQLiteDatabase(), new H2Database(), new PostgresDatabase())) {
            List<ChangeSet> all = parser.parse(MemoryMigrations.CHANGELOG, new ChangeLogParameters(database), resources)
                    .getChangeSets();

            assertThat(all).hasSize(ExpectedChangeSets.all().size());
            assertThat(all).allSatisfy(changeSet -> assertThat(
                            changeSet.getRollback().getChanges().isEmpty()
                                    ? changeSet.supportsRollback(database)
                                    : true)
                    .as(changeSet.getId() + " on " + database.getShortName())
                    .isTrue());
        }
    }
}
