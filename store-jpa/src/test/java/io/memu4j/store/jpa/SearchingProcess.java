package io.memu4j.store.jpa;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.spi.llm.Models;
import io.memu4j.tck.HashedWordsModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A program that answers from one memory: a line in is a question, a line out all passages found. Argument: JDBC URL. */
final class SearchingProcess {
    private SearchingProcess() {}

    public static void main(String[] args) throws IOException {
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                        .database(DatabaseConfig.jdbc(args[0]))
                        .blobs(BlobConfig.none())
                        .llm(Models.of(new HashedWordsModel(16)))
                        .build();
                BufferedReader questions =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            MemoryService ana = memu.service(BackedUpMemory.ANA);
            for (String question = questions.readLine(); question != null; question = questions.readLine()) {
                System.out.println(ana.retrieve(question).passages().stream()
                        .map(found -> found.value().id() + " " + found.value().text())
                        .collect(Collectors.joining(" | ")));
            }
        }
    }
}
