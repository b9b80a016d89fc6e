package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.store.ChangeSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a doctor finds and sees to about copies of sources. */
abstract class DoctorOfCopies extends DoctorTopic {
    @Test
    void copies_that_nothing_names_are_found_once_they_are_old_and_deleted() throws IOException {
        Path copy = copies().get(0);
        Path orphan = Files.copy(copy, copy.resolveSibling("0".repeat(36)));
        Path draft = Files.copy(copy, copy.resolveSibling("." + copy.getFileName() + ".tmp"));
        assertThat(memu.admin().doctor(true).findings()).isEmpty();
        makeOld(orphan);
        makeOld(draft);
        makeOld(copy);

        Finding finding = only(Area.COPIES, false);
        assertThat(finding.problem()).startsWith("2 copies").contains("1 of them incomplete");
        assertThat(finding.fixable()).isTrue();
        assertThat(only(Area.COPIES, true).fixed()).isTrue();
        assertThat(copies()).containsExactly(copy);
        assertThat(memu.admin().doctor(false).findings()).isEmpty();
    }

    @Test
    void a_copy_that_a_row_names_since_it_was_listed_is_not_deleted() throws IOException {
        Resource resource = ana.resources()
                .list(ResourceFilter.ALL, PageRequest.first(1))
                .rows()
                .get(0);
        Path copy = copies().get(0);
        Path restored = Files.copy(copy, copy.resolveSibling(resource.id() + "-" + Samples.IDS.next()));
        makeOld(restored);
        String key = ANA.longHash() + "/" + restored.getFileName();
        FailingStore busy = new FailingStore(fixture.store());
        busy.after("resources", () -> scope().apply(
                        ChangeSet.builder().put(Samples.withCopy(resource, key)).build()));

        factory(busy.asStore(), Models.of(model)).admin().doctor(true);

        assertThat(restored).exists();
        assertThat(ana.resources().copy(resource.id())).isPresent();
    }

    @Test
    void copies_of_a_scope_that_is_gone_are_found() throws IOException {
        Path foreign = Files.createDirectories(
                folder.resolve(fixture.store().identity().id()).resolve("ab".repeat(32)));
        ownersAlone(foreign);
        Path orphan = Files.writeString(foreign.resolve("0".repeat(36)), "x");
        Files.writeString(folder.resolve("notes.txt"), "of somebody else");
        makeOld(orphan);
        only(Area.COPIES, true);
        assertThat(foreign).doesNotExist();
        assertThat(folder.resolve("notes.txt")).exists();
    }

    @Test
    void a_resource_whose_copy_is_missing_is_found_and_left_to_a_person() throws IOException {
        Files.delete(copies().get(0));
        Finding finding = only(Area.COPIES, true);
        assertThat(finding.problem()).contains("1 resources");
        assertThat(finding.fixable()).isFalse();
        assertThat(memu.admin().doctor(true).isHealthy()).isFalse();
    }

    @Test
    void fresh_deletions_are_not_accused() {
        scope().apply(ChangeSet.builder()
                .dropBlob(ANA.longHash() + "/" + "1".repeat(36))
                .build());
        assertThat(memu.admin().doctor(true).findings()).allMatch(finding -> finding.area() == Area.COPIES);
        assertThat(scope().vectors().strays(0)).isZero();
    }

    @Test
    void deletions_of_copies_in_another_place_are_named_and_not_forgotten() {
        scope().apply(ChangeSet.builder()
                .dropBlob(ANA.longHash() + "/" + "1".repeat(36))
                .build());
        Path elsewhere = folder.resolveSibling("elsewhere");
        List<Finding> findings = later(elsewhere).doctor(true).findings();
        assertThat(findings).hasSize(2).noneMatch(Finding::fixed).allMatch(finding -> finding.problem()
                .contains(elsewhere.toString()));
        assertThat(scope().pendingDeletions(10)).hasSize(1);
        assertThat(later(folder).doctor(true).isHealthy()).isTrue();
        assertThat(scope().pendingDeletions(10)).isEmpty();
    }

    @Test
    void a_folder_of_copies_that_everybody_may_write_is_found() throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx---rwx"));
        Finding finding = only(Area.FILES, true);
        assertThat(finding.problem()).contains(folder.toString());
        assertThat(finding.remedy()).contains("chmod");
    }

    @Test
    void copies_that_others_may_open_are_found_and_closed_to_them() throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path scope = folder.resolve(fixture.store().identity().id()).resolve(ANA.longHash());
        Files.setPosixFilePermissions(scope, PosixFilePermissions.fromString("rwxr-x---"));
        Finding finding = only(Area.FILES, false);
        assertThat(finding.problem()).contains(scope.toString());
        assertThat(finding.fixable()).isTrue();
        assertThat(only(Area.FILES, true).fixed()).isTrue();
        assertThat(memu.admin().doctor(false).findings()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scope)))
                .isEqualTo("rwx------");
    }

    private static void ownersAlone(Path created) throws IOException {
        if (created.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(created, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void what_a_restore_left_beside_the_copies_is_found() throws IOException {
        String name = ".memu-restore.0b0e7d52-7a3f-4c35-9f5c-1d4a3f0c0001.partial";
        Path left = Files.createDirectory(folder.resolveSibling(name));
        Files.createFile(folder.resolveSibling(name + ".lock"));
        assertThat(only(Area.FILES, true).problem()).contains(left + " is of a restore");
    }
}
