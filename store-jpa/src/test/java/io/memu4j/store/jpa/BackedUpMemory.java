package io.memu4j.store.jpa;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.ScopeSummary;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.doctor.DoctorReport;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.tck.HashedWordsModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A memory of a few people on some database, and what it holds, to compare before a backup and after a restore. */
record BackedUpMemory(DatabaseConfig database, Path blobs) {
    static final MemoryScope ANA = new MemoryScope("ana", "helper");
    static final MemoryScope ODD = new MemoryScope("o'brien \"\uD83D\uDE00\" %_", "\u0130i/..");

    MemoryServiceFactory open() {
        return on(JpaMemoryStore.open(database, Clock.systemUTC()));
    }

    /** The folder of this database's copies. */
    Path ownBlobs() {
        try (MemoryStore store = JpaMemoryStore.open(database, Clock.systemUTC())) {
            return blobs.resolve(store.identity().id());
        }
    }

    /** An hour later. */
    DoctorReport doctor(boolean fix) {
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .store(JpaMemoryStore.open(database, Clock.systemUTC()))
                .blobs(BlobConfig.folder(blobs))
                .llm(Models.of(new HashedWordsModel(16)))
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)))
                .build()) {
            return memu.admin().doctor(fix);
        }
    }

    private MemoryServiceFactory on(MemoryStore store) {
        return MemoryServiceFactory.builder()
                .store(store)
                .blobs(BlobConfig.folder(blobs))
                .llm(Models.of(new HashedWordsModel(16)))
                .build();
    }

    /** Two scopes with conversations, documents, statements, topics, vectors and copies; and one that was emptied. */
    BackedUpMemory filled() {
        try (MemoryServiceFactory memu = open()) {
            for (MemoryScope scope : List.of(ANA, ODD)) {
                MemoryService memory = memu.service(scope);
                memory.memorize(MemorizeRequest.bytes(
                        "diary.txt",
                        "I love my dog Bruno, he is six years old. I moved to Porto in May 2026."
                                .getBytes(StandardCharsets.UTF_8)));
                memory.memorize(MemorizeRequest.append(
                        "chat",
                        List.of(
                                ConversationMessage.user(
                                        "My hobbies are chess and sailing \uD83D\uDE00; it's '100%' fun."),
                                ConversationMessage.assistant("Good to know."))));
            }
            MemoryService gone = memu.service("gone", "helper");
            gone.memorize(
                    MemorizeRequest.bytes("note.txt", "I play the violin every day.".getBytes(StandardCharsets.UTF_8)));
            gone.clear();
        }
        return this;
    }

    /** Per scope: all rows, and the copies of its sources. */
    Map<String, Object> contents() {
        Map<String, Object> contents = new TreeMap<>();
        MemoryStore store = JpaMemoryStore.open(database, Clock.systemUTC());
        try (MemoryServiceFactory memu = on(store)) {
            for (ScopeSummary summary : memu.admin().scopes(null, 1_000)) {
                MemoryScope scope = summary.scope();
                if (!store.in(scope).counts().isEmpty()) {
                    contents.put(scope.userId() + "/" + scope.agentId() + " rows", rows(store, scope));
                    contents.put(scope.userId() + "/" + scope.agentId() + " copies", copies(memu.service(scope)));
                }
            }
        }
        return contents;
    }

    String incarnation(MemoryScope scope) {
        try (MemoryStore store = JpaMemoryStore.open(database, Clock.systemUTC())) {
            return store.in(scope).watermark().incarnation();
        }
    }

    private static Set<String> rows(MemoryStore store, MemoryScope scope) {
        return Dump.of(store.in(scope)).stream()
                .map(Object::toString)
                // The watermark tells the incarnation, which a restore renews.
                .filter(row -> !row.startsWith("Watermark["))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> copies(MemoryService memory) {
        Map<String, String> copies = new TreeMap<>();
        for (Resource resource : memory.resources()
                .list(ResourceFilter.ALL, PageRequest.first(1_000))
                .rows()) {
            memory.resources()
                    .copy(resource.id())
                    .ifPresent(copy -> copies.put(resource.id(), HexFormat.of().formatHex(copy)));
        }
        return copies;
    }
}
