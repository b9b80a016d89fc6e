package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Counts;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceState;
import io.memu4j.spi.store.OwnerKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources and their passages. */
abstract class SourceContract extends StoreTopic {
    @Test
    void a_new_resource_is_stored_as_given_at_version_1() {
        Resource full = Resource.builder(
                        Samples.IDS.next(),
                        "chat-1",
                        Modality.IMAGE,
                        "ab".repeat(32),
                        Instant.parse("2026-05-04T10:15:30.123456Z"))
                .url("https://example.org/chat-1")
                .state(ResourceState.PARTIAL)
                .caption("A picture.")
                .missing("window 2: the answer was cut off")
                .mediaType("image/png")
                .byteSize(3_000_000_000L)
                .fingerprint("f".repeat(255))
                .blobKey("0a/1b")
                .attributes(Map.of("project", "apollo"))
                .updatedAt(Instant.parse("1969-12-31T23:59:59.999999Z"))
                .build();
        applied(mine, changes().put(full));

        Resource stored = full.toBuilder().version(1).build();
        assertThat(mine.resource(full.id())).contains(stored);
        assertThat(mine.resourceByKey("chat-1")).contains(stored);
        assertThat(mine.resources(List.of(full.id(), Samples.IDS.next()))).containsExactly(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONVERSATION", "DOCUMENT", "IMAGE", "AUDIO", "VIDEO"})
    void a_resource_keeps_its_modality_and_what_it_does_not_have(Modality modality) {
        Resource bare = Samples.resource("notes").toBuilder()
                .modality(modality)
                .caption(null)
                .build();
        applied(mine, changes().put(bare));
        assertThat(mine.resource(bare.id()))
                .contains(bare.toBuilder().version(1).build());
    }

    @Test
    void a_changed_resource_replaces_the_stored_one_at_the_next_version() {
        Resource first = Samples.resource("chat");
        applied(mine, changes().put(first));
        Resource changed = first.toBuilder()
                .version(1)
                .caption("Another caption.")
                .attributes(Map.of("b", "2"))
                .build();
        applied(mine, changes().put(changed));
        assertThat(mine.resource(first.id()))
                .contains(changed.toBuilder().version(2).build());
        assertThat(mine.counts().resources()).isEqualTo(1);
    }

    @Test
    void a_resource_that_gets_another_source_key_frees_the_old_one() {
        Resource first = Samples.resource("draft");
        applied(mine, changes().put(first));
        applied(
                mine,
                changes().put(first.toBuilder().version(1).sourceKey("final").build()));
        Resource second = Samples.resource("draft");
        applied(mine, changes().put(second));
        assertThat(mine.resourceByKey("final").map(Resource::id)).contains(first.id());
        assertThat(mine.resourceByKey("draft").map(Resource::id)).contains(second.id());
    }

    @Test
    void passages_come_by_index_and_part_whatever_the_order_of_writing() {
        Resource chat = Samples.resource("chat");
        Passage tenth = Samples.passage(chat, 10, "tenth");
        Passage secondPart =
                Samples.passage(chat, 2, "2b").toBuilder().index(2).part(1).build();
        Passage second = Samples.passage(chat, 2, "2a");
        Passage first = Samples.passage(chat, 0, "zeroth");
        applied(mine, changes().put(chat).put(tenth).put(secondPart).put(second).put(first));

        assertThat(mine.passagesOf(chat.id())).containsExactly(first, second, secondPart, tenth);
        assertThat(mine.lastPassageOf(chat.id())).contains(tenth);
        assertThat(mine.passages(List.of(second.id(), first.id(), "no-such-id")))
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void a_resource_without_passages_has_none() {
        Resource empty = Samples.resource("empty");
        applied(mine, changes().put(empty));
        assertThat(mine.passagesOf(empty.id())).isEmpty();
        assertThat(mine.lastPassageOf(empty.id())).isEmpty();
    }

    @Test
    void passages_of_one_resource_never_show_another_ones() {
        Resource one = Samples.resource("one");
        Resource two = Samples.resource("two");
        Passage ofOne = Samples.passage(one, 0, "same");
        Passage ofTwo = Samples.passage(two, 7, "same");
        applied(mine, changes().put(one).put(two).put(ofOne).put(ofTwo));
        assertThat(mine.passagesOf(one.id())).containsExactly(ofOne);
        assertThat(mine.lastPassageOf(one.id())).contains(ofOne);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-04T12:00:00.000001+02:00",
                "2026-05-04T12:00:00Z",
                "1950-01-01T00:00:00.999999-18:00",
                "2026-05-04T12:00:00+05:45",
                "2026-05-04T12:00:00+00:19:32"
            })
    void said_at_keeps_its_microseconds_and_its_offset(OffsetDateTime saidAt) {
        Resource chat = Samples.resource("chat");
        Passage said = Passage.builder(Samples.IDS.next(), chat.id(), 0, "hi", Samples.now())
                .speaker("Ana")
                .role("user")
                .saidAt(saidAt)
                .build();
        applied(mine, changes().put(chat).put(said));
        assertThat(mine.passagesOf(chat.id())).containsExactly(said);
    }

    @Test
    void a_paragraph_has_no_speaker_role_or_time() {
        Resource document = Samples.resource("document");
        Passage paragraph = Passage.builder(Samples.IDS.next(), document.id(), 0, "text", Samples.now())
                .build();
        applied(mine, changes().put(document).put(paragraph));
        assertThat(mine.passagesOf(document.id())).containsExactly(paragraph);
    }

    @Test
    void deleting_a_resource_takes_its_passages_citations_and_vectors_along() {
        Resource chat = Samples.resource("chat");
        Passage passage = Samples.passage(chat, 0, "I moved to Porto.");
        MemoryItem item = Samples.item("Ana lives in Porto", List.of(passage), List.of());
        applied(
                mine,
                changes()
                        .put(chat)
                        .put(passage)
                        .put(item)
                        .put(Samples.vector(OwnerKind.RESOURCE, chat.id(), 1, 0, 0))
                        .put(Samples.vector(OwnerKind.PASSAGE, passage.id(), 0, 1, 0))
                        .put(Samples.vector(OwnerKind.ITEM, item.id(), 0, 0, 1)));

        applied(
                mine,
                changes().deleteResource(Samples.at(chat.toBuilder().version(1).build())));
        assertThat(mine.counts())
                .isEqualTo(Counts.builder().items(1).embeddings(1).build());
        assertThat(mine.resourceByKey("chat")).isEmpty();
        assertThat(mine.passages(List.of(passage.id()))).isEmpty();
        assertThat(mine.itemsCiting(List.of(passage.id()))).isEmpty();
        assertThat(mine.item(item.id()))
                .contains(item.toBuilder().passageIds(List.of()).version(1).build());
        assertThat(mine.pendingDeletions(10)).isEmpty();
    }

    @Test
    void deleting_a_passage_takes_its_citations_along_and_an_unknown_one_is_ignored() {
        Resource chat = Samples.resource("chat");
        Passage kept = Samples.passage(chat, 0, "kept");
        Passage gone = Samples.passage(chat, 1, "gone");
        MemoryItem item = Samples.item("A statement", List.of(kept, gone), List.of());
        applied(mine, changes().put(chat).put(kept).put(gone).put(item));

        applied(mine, changes().deletePassage(gone.id()).deletePassage(Samples.IDS.next()));
        assertThat(mine.passagesOf(chat.id())).containsExactly(kept);
        assertThat(mine.item(item.id()).orElseThrow().passageIds()).containsExactly(kept.id());
        assertThat(mine.item(item.id()).orElseThrow().version()).isEqualTo(1);
        assertThat(mine.counts().citations()).isEqualTo(1);
    }

    @Test
    void one_change_set_replaces_a_source_by_another_of_the_same_key_and_its_tail_by_another() {
        Resource old = Samples.resource("chat");
        Passage oldPassage = Samples.passage(old, 0, "old");
        applied(mine, changes().put(old).put(oldPassage));
        Resource anew = Samples.resource("chat");
        Passage kept = Samples.passage(anew, 0, "kept");
        Passage tail = Samples.passage(anew, 1, "tail");
        applied(
                mine,
                changes()
                        .deleteResource(Samples.at(old.toBuilder().version(1).build()))
                        .put(anew)
                        .put(kept)
                        .put(tail));
        Passage otherTail = Samples.passage(anew, 1, "other tail");
        applied(
                mine,
                changes()
                        .deletePassage(tail.id())
                        .put(anew.toBuilder().version(1).build())
                        .put(otherTail));

        assertThat(mine.resourceByKey("chat"))
                .contains(anew.toBuilder().version(2).build());
        assertThat(mine.passagesOf(anew.id())).containsExactly(kept, otherTail);
        assertThat(mine.counts())
                .isEqualTo(Counts.builder().resources(1).passages(2).build());
    }

    @Test
    void times_are_kept_to_the_microsecond_and_cut_below() {
        Instant fine = Instant.parse("2026-05-04T10:15:30.123456789Z");
        Resource chat = Samples.resource("chat").toBuilder().createdAt(fine).build();
        applied(mine, changes().put(chat));
        assertThat(mine.resource(chat.id()).orElseThrow().createdAt())
                .isEqualTo(Instant.parse("2026-05-04T10:15:30.123456Z"));
    }
}
