package io.memu4j.benchmarks.corpus;

import io.memu4j.internal.value.IdSource;
import io.memu4j.model.Category;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.ApplyOutcome.Applied;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.ChangeSetBuilder;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Fills scopes with made-up conversations: messages of two people in chats of 40, one item to each message, 20 topics. */
public final class Corpus {
    /** The space of the made-up vectors. */
    public static final EmbeddingSpace SPACE = new EmbeddingSpace("benchmark", 384);

    private static final int MESSAGES_PER_CHAT = 40;
    private static final int TOPICS = 20;
    private static final int CHATS_PER_CHANGE_SET = 25;

    private final IdSource ids = IdSource.uuidV7();
    private final Random random;
    private final Sentences sentences;
    private final Vectors vectors;
    private int chats;

    /** Makes a corpus that gives the same texts and vectors for the same seed. */
    public Corpus(long seed) {
        this.random = new Random(seed);
        this.sentences = new Sentences(random);
        this.vectors = new Vectors(SPACE.dimension(), seed);
    }

    /**
     * Puts so many items, each with the passage that proves it, into the scope.
     *
     * @param units items, and passages
     */
    public void fill(ScopeStore scope, int units) {
        fill(scope, units, true);
    }

    /** The same, with the items alone: nothing proves them, and there are no sources. */
    public void fillItems(ScopeStore scope, int items) {
        fill(scope, items, false);
    }

    private void fill(ScopeStore scope, int units, boolean passages) {
        List<String> topics = topics(scope);
        for (int done = 0; done < units; ) {
            ChangeSetBuilder changes = ChangeSet.builder();
            for (int chat = 0; chat < CHATS_PER_CHANGE_SET && done < units; chat++) {
                int messages = Math.min(MESSAGES_PER_CHAT, units - done);
                addChat(changes, messages, topics, passages);
                done += messages;
            }
            apply(scope, changes);
        }
    }

    /** Makes what {@link #fill} would put into a scope, and puts it nowhere: what is to be taken off when storing is measured. */
    public void make(int units) {
        for (int done = 0; done < units; done += MESSAGES_PER_CHAT) {
            ChangeSetBuilder changes = ChangeSet.builder();
            addChat(changes, Math.min(MESSAGES_PER_CHAT, units - done), List.of("none"), true);
            changes.build();
        }
    }

    /** A question about something, in the words of the corpus, that names a speaker. */
    public String question() {
        return "What did Ana say about the " + sentences.word() + " and the " + sentences.word() + " of "
                + sentences.word() + "?";
    }

    /** The vector of a question. */
    public float[] questionVector() {
        return vectors.near(vectors.next());
    }

    private List<String> topics(ScopeStore scope) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        ChangeSetBuilder changes = ChangeSet.builder();
        List<String> topics = new ArrayList<>();
        for (int i = 0; i < TOPICS; i++) {
            Category topic = Category.builder(ids.next(), "Topic " + sentences.word() + i, now)
                    .summary(sentences.next(60))
                    .build();
            changes.put(topic);
            changes.put(new Embedding(OwnerKind.CATEGORY, topic.id(), SPACE, vectors.next()));
            topics.add(topic.id());
        }
        apply(scope, changes);
        return topics;
    }

    private void addChat(ChangeSetBuilder changes, int messages, List<String> topics, boolean passages) {
        Instant start = Instant.parse("2024-01-01T09:00:00Z").plusSeconds(20_000L * chats);
        Resource chat = chat("chat-" + chats++, start);
        if (passages) {
            changes.put(chat);
        }
        for (int n = 0; n < messages; n++) {
            OffsetDateTime saidAt = start.plusSeconds(20L * n).atOffset(ZoneOffset.UTC);
            String speaker = n % 2 == 0 ? "Ana" : "Bo";
            String text = sentences.next(8 + random.nextInt(24));
            Passage passage = Passage.builder(ids.next(), chat.id(), n, text, start)
                    .speaker(speaker)
                    .role("user")
                    .saidAt(saidAt)
                    .build();
            List<String> proof = passages ? List.of(passage.id()) : List.of();
            MemoryItem item = item(speaker + " said " + sentences.next(12), proof, topics, start);
            if (passages) {
                changes.put(passage);
                changes.put(new Embedding(OwnerKind.PASSAGE, passage.id(), SPACE, vectors.next()));
            }
            changes.put(item);
            changes.put(new Embedding(OwnerKind.ITEM, item.id(), SPACE, vectors.next()));
        }
    }

    private Resource chat(String key, Instant start) {
        return Resource.builder(ids.next(), key, Modality.CONVERSATION, "0".repeat(64), start)
                .caption(sentences.next(12))
                .byteSize(1_000)
                .fingerprint("benchmark")
                .build();
    }

    private MemoryItem item(String summary, List<String> passageIds, List<String> topics, Instant time) {
        return MemoryItem.builder(
                        ids.next(),
                        MemoryType.EVENT,
                        summary + " " + Integer.toString(random.nextInt(Integer.MAX_VALUE), 36),
                        time)
                .passageIds(passageIds)
                .categoryIds(List.of(topics.get(random.nextInt(topics.size()))))
                .build();
    }

    private static void apply(ScopeStore scope, ChangeSetBuilder changes) {
        if (!(scope.apply(changes.build()) instanceof Applied)) {
            throw new IllegalStateException("The change set was refused.");
        }
    }
}
