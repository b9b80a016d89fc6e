package io.memu4j.store.jpa;

import io.memu4j.config.DatabaseConfig;
import java.nio.file.Path;

/**
 * One of the databases that a program uses when it is killed.
 *
 * @param number of the lane, which begins each line that the program says of it
 * @param prefix of the database's URL
 * @param folder of the database, its copies of sources and its backups
 * @param kind of operation the program does again and again
 * @param state what is known of the database
 */
record KillLane(int number, String prefix, Path folder, String kind, KnownState state) {
    String url() {
        return prefix + folder.resolve("memu.db");
    }

    DatabaseConfig database() {
        return DatabaseConfig.jdbc(url());
    }
}
