package io.memu4j.tck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.error.EmbeddingSpaceMismatchException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.StoreException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.memory.NewItem;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Resource;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.spi.llm.Models;
import io.memu4j.transfer.ExportOptions;
import io.memu4j.transfer.ExportReport;
import io.memu4j.transfer.ImportOptions;
import io.memu4j.transfer.ImportReport;
import io.memu4j.transfer.ImportReport.ImportedScope;
import io.memu4j.transfer.ImportReport.Tally;
import io.memu4j.transfer.MemoryTransfer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Memory into a file and back, and from one user to another. */
abstract class TransferScenarios extends ServiceTopic {
    private static final List<String> QUESTIONS =
            List.of("Where does Ana live?", "Who plays the violin?", "What was bought in 2024?", "peanuts", "a parrot");

    private final ZonedDateTime moment = ZonedDateTime.now(ZoneOffset.UTC).plusDays(1);

    private MemoryTransfer transfer() {
        return memu.transfer();
    }

    /** A memory with everything in it. */
    private void fill(MemoryService service) {
        service.memorize(chatFile(FACTS).withAttributes(Map.of("channel", "phone")));
        service.memorize(MemorizeRequest.append(
                "chat", List.of(ConversationMessage.user("Ana", "I adopted a parrot called Kiwi."))));
        service.memorize(MemorizeRequest.append("chat", List.of(ConversationMessage.user("Ana", FACTS.get(1)))));
        service.items()
                .create(NewItem.of(MemoryType.PROFILE, "Ana collects stamps \u00e9 \ud83d\ude00")
                        .withAttributes(Map.of("by", "hand"))
                        .withHappenedAt(Samples.IN_MAY));
    }

    /** Asked as of one moment: scores of items fade with the time since they were stated. */
    private List<RetrieveResult> answers(MemoryService service) {
        return QUESTIONS.stream()
                .map(question -> service.retrieve(RetrieveRequest.of(question).withNow(moment)))
                .toList();
    }

    /** What was found, in order, with its scores: all that an answer says but for versions and keys of copies. */
    private static List<String> ranked(List<RetrieveResult> answers) {
        return answers.stream()
                .map(answer -> Stream.of(
                                answer.passages().stream().map(f -> f.value().id() + f.score()),
                                answer.items().stream().map(f -> f.value().id() + f.score()),
                                answer.categories().stream().map(f -> f.value().id() + f.score()),
                                answer.resources().stream().map(f -> f.value().id() + f.score()))
                        .map(list -> list.collect(Collectors.joining(" ")))
                        .collect(Collectors.joining("\n")))
                .toList();
    }

    /** All but what belongs to the database: revisions, versions, keys of copies. */
    private Map<String, Object> everything(MemoryService service) {
        Contents all = contents(service);
        Map<String, Object> rows = new TreeMap<>(all.vectors());
        rows.putAll(all.passages());
        all.categories()
                .forEach((id, c) ->
                        rows.put(id, List.of(c.name(), c.description(), c.summary(), c.createdAt(), c.updatedAt())));
        all.items().values().stream()
                .map(Samples::sorted)
                .forEach(i -> rows.put(
                        i.id(),
                        Arrays.asList(
                                i.type(),
                                i.summary(),
                                i.happenedAt(),
                                i.origin(),
                                i.reinforcements(),
                                i.reinforcedAt(),
                                i.attributes(),
                                i.passageIds(),
                                i.categoryIds(),
                                i.createdAt(),
                                i.updatedAt())));
        all.resources()
                .forEach((id, r) -> rows.put(
                        id,
                        Arrays.asList(
                                r.sourceKey(),
                                r.url(),
                                r.modality(),
                                r.state(),
                                r.caption(),
                                r.missing(),
                                r.mediaType(),
                                r.byteSize(),
                                r.contentHash(),
                                r.fingerprint(),
                                r.attributes(),
                                r.createdAt(),
                                r.updatedAt(),
                                service.resources().copy(id).map(bytes -> new String(bytes, UTF_8)))));
        return rows;
    }

    private byte[] exported(ExportOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transfer().exportTo(out, options);
        return out.toByteArray();
    }

    private ImportReport imported(byte[] export, ImportOptions options) {
        return transfer().importFrom(new ByteArrayInputStream(export), options);
    }

    @Test
    void export_erase_import_gives_the_same_memory_and_the_same_answers() throws IOException {
        fill(ana);
        Map<String, Object> before = everything(ana);
        List<String> answers = ranked(answers(ana));
        Path file = folder.resolve("ana.jsonl");
        ExportReport exported = transfer().exportTo(file, ExportOptions.scope(ana.scope()));
        assertThat(transfer().verify(file)).isEqualTo(exported);
        assertThat(exported.items()).isEqualTo(ana.counts().items());
        assertThat(exported.vectors()).isEqualTo(ana.counts().embeddings());
        assertThat(exported.copies()).isEqualTo(1);
        memu.admin().eraseScope(ana.scope());
        assertThat(answers(ana)).allMatch(RetrieveResult::isEmpty);
        model.forget();

        ImportReport report = transfer().importFrom(file, ImportOptions.DEFAULT);

        assertThat(report.complete()).isTrue();
        assertThat(report.scopes()).hasSize(1);
        ImportedScope scope = report.scopes().get(0);
        assertThat(scope.items()).isEqualTo(new Tally(exported.items(), 0, 0, 0, 0));
        assertThat(scope.passages()).isEqualTo(new Tally(exported.passages(), 0, 0, 0, 0));
        assertThat(scope.vectors()).isEqualTo(new ImportReport.Vectors(exported.vectors(), 0, 0));
        assertThat(scope.copies()).isEqualTo(new ImportReport.Copies(1, 0));
        assertThat(model.calls()).isZero();
        assertThat(everything(ana)).isEqualTo(before);
        assertThat(ranked(answers(ana))).isEqualTo(answers);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(f -> f.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    @Test
    void importing_again_changes_nothing() {
        fill(ana);
        byte[] export = exported(ExportOptions.scope(ana.scope()));
        Contents before = contents(ana);
        ImportedScope again = imported(export, ImportOptions.DEFAULT).scopes().get(0);
        assertThat(contents(ana)).isEqualTo(before);
        assertThat(again.items()).isEqualTo(new Tally(0, before.counts().items(), 0, 0, 0));
        assertThat(again.resources()).isEqualTo(new Tally(0, 2, 0, 0, 0));
        assertThat(again.categories()).isEqualTo(new Tally(0, before.counts().categories(), 0, 0, 0));
        assertThat(copies()).isEqualTo(1);
    }

    @Test
    void an_import_that_failed_anywhere_is_completed_by_the_next_one() {
        fill(ana);
        byte[] export = exported(ExportOptions.scope(ana.scope()));
        Map<String, Object> before = everything(ana);
        memu.admin().eraseScope(ana.scope());
        FailingStore failing = new FailingStore(fixture().store());
        MemoryServiceFactory other = factory(failing.asStore(), Models.of(model));
        for (int call = 1; ; call++) {
            failing.failAt(call);
            try {
                other.transfer().importFrom(new ByteArrayInputStream(export), ImportOptions.DEFAULT);
            } catch (StoreException expected) {
                contents(ana).resources().values().forEach(this::requireWhole);
            }
            boolean failed = failing.recover();
            imported(export, ImportOptions.DEFAULT);
            assertThat(everything(ana)).as("failed at call %s", call).isEqualTo(before);
            assertThat(copies()).isEqualTo(1);
            memu.admin().eraseScope(ana.scope());
            if (!failed) {
                return;
            }
        }
    }

    @Test
    void imports_of_one_file_at_once_bring_it_in_once() {
        fill(ana);
        byte[] export = exported(ExportOptions.scope(ana.scope()));
        Map<String, Object> before = everything(ana);
        for (int round = 0; round < 3; round++) {
            memu.admin().eraseScope(ana.scope());
            long added = 0;
            for (ImportReport report : Threads.all(4, number -> imported(export, ImportOptions.DEFAULT))) {
                assertThat(report.complete()).isTrue();
                added += report.scopes().get(0).items().added();
            }
            assertThat(everything(ana)).as("round %s", round).isEqualTo(before);
            assertThat(added).isEqualTo(ana.counts().items());
            assertThat(copies()).isEqualTo(1);
        }
    }

    private void requireWhole(Resource resource) {
        assertThat(ana.resources().passages(resource.id()))
                .hasSizeGreaterThanOrEqualTo(resource.sourceKey().equals("chat") ? 2 : FACTS.size());
    }

    @Test
    void memory_of_one_user_becomes_that_of_another_with_ids_of_its_own_each_time_the_same() {
        fill(ana);
        MemoryScope target = Samples.scope();
        ImportOptions as = ImportOptions.DEFAULT.withUser(target.userId()).withAgent(target.agentId());
        byte[] export = exported(ExportOptions.scope(ana.scope()));
        assertThat(imported(export, as).complete()).isTrue();
        MemoryService ben = memu.service(target);
        assertThat(ben.counts()).isEqualTo(ana.counts());
        assertThat(contents(ben).items().keySet())
                .doesNotContainAnyElementsOf(contents(ana).items().keySet());
        assertThat(contents(ben).items().keySet()).allMatch(id -> id.matches("[0-9a-f-]{36}"));
        assertThat(found(answers(ben))).isEqualTo(found(answers(ana)));
        assertThat(statements(ben)).isEqualTo(statements(ana));
        Contents once = contents(ben);
        assertThat(imported(export, as).scopes().get(0).items().unchanged())
                .isEqualTo(ana.counts().items());
        assertThat(contents(ben)).isEqualTo(once);
    }

    private static List<String> found(List<RetrieveResult> answers) {
        return answers.stream()
                .map(answer -> answer.passages().stream()
                        .map(passage -> passage.value().text())
                        .collect(Collectors.joining("|")))
                .toList();
    }

    @Test
    void what_is_there_is_kept_and_joined() {
        fill(ana);
        byte[] export = exported(ExportOptions.scope(ana.scope()));
        MemoryService ben = anotherUser();
        ben.memorize(chatFile(FACTS));
        ben.items().create(NewItem.of(MemoryType.PROFILE, "ana collects stamps \u00e9 \ud83d\ude00."));
        List<String> ids = new ArrayList<>(contents(ben).items().keySet());
        ImportOptions as = ImportOptions.DEFAULT
                .withUser(ben.scope().userId())
                .withAgent(ben.scope().agentId());
        ImportedScope report = imported(export, as).scopes().get(0);
        assertThat(report.resources()).isEqualTo(new Tally(1, 0, 0, 1, 0));
        assertThat(report.items().merged()).isEqualTo(ids.size());
        assertThat(contents(ben).items().keySet()).containsAll(ids);
        assertThat(statements(ben)).hasSameSizeAs(statements(ana));
        assertThat(items(ben))
                .filteredOn(i -> i.summary().contains("nurse"))
                .as("stated once here and twice there, where a second source proves it")
                .extracting(MemoryItem::reinforcements)
                .containsExactly(3);
        Contents once = contents(ben);
        imported(export, as);
        assertThat(contents(ben)).isEqualTo(once);
    }

    @Test
    void a_changed_row_is_reported_and_kept() {
        fill(ana);
        byte[] export = exported(ExportOptions.scope(ana.scope()));
        MemoryItem violin = items(ana).stream()
                .filter(i -> i.summary().contains("violin"))
                .findFirst()
                .orElseThrow();
        ana.items().update(violin.id(), ItemUpdate.summary("Ana plays the cello"));
        ana.memorize(MemorizeRequest.append("chat", List.of(ConversationMessage.user("Ana", "I sold the bicycle."))));
        Contents before = contents(ana);
        ImportReport report = imported(export, ImportOptions.DEFAULT);
        assertThat(report.complete()).isFalse();
        assertThat(report.scopes().get(0).items().different()).isPositive();
        assertThat(report.scopes().get(0).notes()).anyMatch(note -> note.contains(violin.id()));
        assertThat(contents(ana)).isEqualTo(before);
    }

    @Test
    void vectors_are_made_anew_when_left_out_or_of_another_model() {
        fill(ana);
        Map<String, Object> before = everything(ana);
        byte[] without = exported(ExportOptions.scope(ana.scope()).withoutVectors());
        byte[] with = exported(ExportOptions.scope(ana.scope()));
        assertThat(without.length).isLessThan(with.length);
        memu.admin().eraseScope(ana.scope());
        assertThat(imported(without, ImportOptions.DEFAULT).scopes().get(0).vectors())
                .isEqualTo(new ImportReport.Vectors(
                        0, memu.service(ana.scope()).counts().embeddings(), 0));
        assertThat(everything(ana)).isEqualTo(before);

        memu.admin().eraseScope(ana.scope());
        MemoryServiceFactory small = factory(fixture().store(), Models.of(new HashedWordsModel(32)));
        ImportedScope remade = small.transfer()
                .importFrom(new ByteArrayInputStream(with), ImportOptions.DEFAULT)
                .scopes()
                .get(0);
        assertThat(remade.vectors().kept()).isZero();
        assertThat(remade.vectors().made()).isEqualTo(ana.counts().embeddings());
        assertThat(contents(ana).watermark().activeSpace()).isEqualTo(new HashedWordsModel(32).space());
        assertThatThrownBy(() -> imported(with, ImportOptions.DEFAULT))
                .isInstanceOf(EmbeddingSpaceMismatchException.class);
        memu.admin().eraseScope(ana.scope());
        small.transfer().importFrom(new ByteArrayInputStream(with), ImportOptions.DEFAULT.keepingVectors());
        assertThat(everything(ana)).isEqualTo(before);
    }

    @Test
    void a_copy_is_one_state_while_others_write_and_needs_no_file() {
        fill(ana);
        MemoryScope target = Samples.scope();
        Thread thread = new Thread(() -> {
            for (String fact : manyFacts(20)) {
                ana.memorize(MemorizeRequest.append("chat", List.of(ConversationMessage.user("Ana", fact))));
            }
        });
        thread.start();
        ImportReport report = transfer()
                .copyTo(
                        transfer(),
                        ExportOptions.scope(ana.scope()),
                        ImportOptions.DEFAULT.withUser(target.userId()).withAgent(target.agentId()));
        join(thread);
        assertThat(report.complete()).isTrue();
        assertThat(memu.service(target).retrieve("Who plays the violin?").isEmpty())
                .isFalse();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_file_that_was_cut_off_is_refused_or_gives_what_is_whole() throws IOException {
        fill(ana);
        byte[] export = exported(ExportOptions.scope(ana.scope()));
        memu.admin().eraseScope(ana.scope());
        Path cut = folder.resolve("cut.jsonl");
        Files.write(cut, Arrays.copyOf(export, export.length - 700));
        assertThatThrownBy(() -> transfer().importFrom(cut, ImportOptions.DEFAULT))
                .isInstanceOf(InvalidInputException.class);
        assertThat(ana.counts().isEmpty()).isTrue();
        ImportReport report = transfer().importFrom(cut, ImportOptions.DEFAULT.takingWhatIsWhole());
        assertThat(report.cutOff()).contains("within line");
        assertThat(report.scopes().get(0).resources().added()).isEqualTo(2);
        assertThat(imported(export, ImportOptions.DEFAULT).complete()).isTrue();
        HappenedAt happened = items(ana).stream()
                .filter(i -> i.summary().contains("stamps"))
                .findFirst()
                .orElseThrow()
                .happenedAt();
        assertThat(happened).isEqualTo(Samples.IN_MAY);
    }
}
