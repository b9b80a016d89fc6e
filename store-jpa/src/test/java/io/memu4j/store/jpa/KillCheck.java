package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryBackup;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.ScopeSummary;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.doctor.DoctorReport;
import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.model.ResourceState;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.tck.HashedWordsModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens what a killed program left, and holds it against what the program said. */
final class KillCheck {
    /** What may lie in the folder of a database at any time. */
    private static final Pattern EXPECTED =
            Pattern.compile("memu\\.db(-wal|-shm|\\.mv\\.db)?|.*\\.migrate\\.lock|resources"
                    + "|resources\\.lock|resources\\.databases|backups|export\\.jsonl");

    private final DatabaseConfig database;
    private final Path folder;
    private final KnownState state;
    private final String where;
    private final Set<String> namedCopies = new TreeSet<>();

    KillCheck(DatabaseConfig database, Path folder, KnownState state, String where) {
        this.database = database;
        this.folder = folder;
        this.state = state;
        this.where = where + ", pending " + state.pending + ", " + state;
    }

    void run() throws IOException {
        checkBackups();
        try (JpaMemoryStore store = JpaMemoryStore.open(database, Clock.systemUTC())) {
            assertThat(store.examine(false)).as(where).allMatch(KillCheck::isDraft);
            Map<String, Map<String, Integer>> found = new TreeMap<>();
            for (ScopeSummary summary : store.scopes(null, 1_000)) {
                Map<String, Integer> keys = contents(store.in(summary.scope()));
                if (!keys.isEmpty()) {
                    found.put(summary.scope().userId(), keys);
                }
            }
            checkContents(found);
            checkCopies(store);
            state.settle(found);
        }
    }

    private void checkContents(Map<String, Map<String, Integer>> found) {
        Map<String, Map<String, Integer>> without = state.acknowledgedContents();
        Map<String, Map<String, Integer>> with = state.contentsWithPending();
        if (state.pending != null && state.pending.what().equals("import")) {
            // An import goes resource by resource: whatever is there of it is whole.
            String user = state.pending.user();
            Map<String, Integer> whole = with.get(user);
            found.getOrDefault(user, Map.of())
                    .forEach((key, count) -> assertThat(whole).as(where).containsEntry(key, count));
            Map<String, Map<String, Integer>> rest = new TreeMap<>(found);
            rest.remove(user);
            assertThat(rest).as(where).isEqualTo(without);
            return;
        }
        assertThat(found).as(where).isIn(without, with);
    }

    /** Source keys with the number of their messages; fails when anything is there by halves. */
    private Map<String, Integer> contents(ScopeStore scope) {
        Map<String, Integer> keys = new TreeMap<>();
        for (Resource resource :
                scope.resources(ResourceFilter.ALL, PageRequest.first(1_000)).rows()) {
            assertThat(resource.state()).as(where).isEqualTo(ResourceState.COMPLETE);
            List<Passage> passages = scope.passagesOf(resource.id());
            for (int n = 0; n < passages.size(); n++) {
                assertThat(passages.get(n).index()).as(where).isEqualTo(n);
                assertThat(passages.get(n).text()).as(where).contains("of the tour " + resource.sourceKey());
            }
            keys.put(resource.sourceKey(), passages.size());
            if (resource.blobKey() != null) {
                namedCopies.add(resource.blobKey());
            }
        }
        for (MemoryItem item :
                scope.items(ItemFilter.ALL, PageRequest.first(1_000)).rows()) {
            assertThat(item.passageIds()).as(where).isNotEmpty();
            assertThat(scope.passages(item.passageIds()))
                    .as(where)
                    .hasSize(item.passageIds().size());
        }
        checkVectors(scope);
        return keys;
    }

    private void checkVectors(ScopeStore scope) {
        var active = scope.watermark().activeSpace();
        boolean importUnderWay = state.pending != null
                && state.pending.what().equals("import")
                && scope.scope().userId().equals(state.pending.user());
        if (active != null && !importUnderWay) {
            assertThat(scope.vectors().countMissing(active)).as(where).isZero();
        }
        assertThat(scope.vectors().strays(0)).as(where).isZero();
    }

    /** The doctor, an hour later, names every file that no row names; once it has fixed that, only the named ones are left. */
    private void checkCopies(JpaMemoryStore store) throws IOException {
        MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .store(store)
                .llm(Models.of(new HashedWordsModel(KillTarget.DIMENSIONS[0])))
                .blobs(KillTarget.copies(folder))
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)))
                .build();
        DoctorReport report = memu.admin().doctor(true);
        assertThat(report.findings())
                .as(where)
                .allMatch(finding -> finding.fixed() || finding.area() == Area.VECTORS || isDraft(finding))
                .noneMatch(finding -> finding.area() == Area.DATABASE);
        assertThat(files(folder.resolve("resources"))).as(where).isEqualTo(namedCopies);
        assertThat(unfinished(folder.resolve("resources.databases"))).as(where).isEmpty();
        assertThat(memu.admin().doctor(false).findings())
                .as(where)
                .filteredOn(finding -> !isDraft(finding))
                .extracting(Finding::area)
                .doesNotContain(Area.COPIES, Area.FILES, Area.DATABASE);
        List<Path> left = unfinished(KillTarget.backups(folder));
        for (Path path :
                Stream.concat(unexpected(folder).stream(), left.stream()).toList()) {
            // The lock of a draft is named with it.
            String named = path.toString().replaceFirst("\\.lock$", "");
            assertThat(report.findings()).as(path + " in " + where).anyMatch(finding -> finding.problem()
                    .contains(named));
        }
        if (!left.isEmpty()) {
            // The next backup deletes what one that was killed left.
            memu.admin().backup(KillTarget.backups(folder).resolve("next"));
            assertThat(unfinished(KillTarget.backups(folder))).as(where).isEmpty();
            deleteTree(KillTarget.backups(folder).resolve("next"));
        }
    }

    /** The next backup or restore deletes it; until then the doctor names it. */
    private static boolean isDraft(Finding finding) {
        return finding.area() == Area.FILES && finding.problem().contains(".partial");
    }

    /** What lies beside the database and does not belong there. */
    private static List<Path> unexpected(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !EXPECTED.matcher(String.valueOf(entry.getFileName()))
                            .matches())
                    .toList();
        }
    }

    private static List<Path> unfinished(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(place)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void checkBackups() throws IOException {
        Path backups = KillTarget.backups(folder);
        if (!Files.isDirectory(backups)) {
            return;
        }
        try (Stream<Path> all = Files.list(backups)) {
            for (Path backup : all.filter(path -> path.getFileName().toString().startsWith("backup-"))
                    .toList()) {
                MemoryBackup.verify(backup);
                String name = backup.getFileName().toString();
                if (!state.knowsBackup(name)) {
                    state.backupIsThere(name);
                }
            }
        }
    }

    private static Set<String> files(Path copies) throws IOException {
        if (!Files.isDirectory(copies)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(copies)) {
            return files.filter(Files::isRegularFile)
                    .map(copies::relativize)
                    // Without the folder of the database.
                    .map(file -> file.subpath(1, file.getNameCount()).toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
