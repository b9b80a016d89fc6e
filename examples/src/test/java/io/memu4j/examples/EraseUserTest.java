package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EraseUserTest {
    @TempDir
    Path folder;

    @Test
    void all_memories_of_the_user_go_and_nobody_elses() throws IOException {
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(folder.resolve("memu.db")))
                .build()) {
            for (String user : new String[] {"alice", "alice2", "bob"}) {
                for (String agent : new String[] {"one", "two"}) {
                    memu.service(user, agent).memorize(file("I live in Lyon."));
                }
            }
            assertThat(copies()).isEqualTo(6);
            assertThat(EraseUser.erase(memu, "alice")).isEqualTo(2);
            assertThat(memu.service("alice", "one").counts().isEmpty()).isTrue();
            assertThat(memu.service("alice", "two").retrieve("Lyon").isEmpty()).isTrue();
            assertThat(memu.service("alice2", "one").retrieve("Lyon").passages())
                    .hasSize(1);
            assertThat(memu.service("bob", "two").retrieve("Lyon").passages()).hasSize(1);
            assertThat(copies()).isEqualTo(4);
        }
    }

    private static MemorizeRequest file(String text) {
        return MemorizeRequest.bytes("notes", text.getBytes(StandardCharsets.UTF_8), "notes.txt");
    }

    private long copies() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("resources"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
