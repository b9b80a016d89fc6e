package io.memu4j.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void posix() {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void new_files_and_folders_are_their_owners_alone() throws IOException {
        Path deep = folder.resolve("a/b");
        PrivateFiles.createFolders(deep);
        assertThat(permissions(deep)).isEqualTo("rwx------");
        assertThat(permissions(deep.getParent())).isEqualTo("rwx------");
        assertThat(PrivateFiles.createIfAbsent(deep.resolve("file"))).isTrue();
        assertThat(permissions(deep.resolve("file"))).isEqualTo("rw-------");
        try (FileChannel lock =
                PrivateFiles.open(deep.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(lock.size()).isZero();
        }
        assertThat(permissions(deep.resolve("lock"))).isEqualTo("rw-------");
    }

    @Test
    void what_exists_keeps_its_permissions() throws IOException {
        Path there = Files.createDirectory(folder.resolve("there"));
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path file = Files.writeString(there.resolve("file"), "text");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        PrivateFiles.createFolders(there.resolve("new"));
        assertThat(PrivateFiles.createIfAbsent(file)).isFalse();
        assertThat(permissions(there)).isEqualTo("rwxr-xr-x");
        assertThat(permissions(file)).isEqualTo("rw-r--r--");
        assertThat(file).hasContent("text");
    }

    @Test
    void a_link_to_a_file_that_is_not_there_yet_is_followed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
        assertThat(PrivateFiles.createIfAbsent(link)).isTrue();
        assertThat(permissions(folder.resolve("target"))).isEqualTo("rw-------");
    }

    @Test
    void what_others_may_do_is_seen_and_taken_away() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (String loose : new String[] {"rw-r-----", "rw----r--", "rwx-----x", "rw--w----"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(loose));
            assertThat(PrivateFiles.isOpenToOthers(file)).as(loose).isTrue();
            assertThat(PrivateFiles.closeToOthers(file)).as(loose).isTrue();
            assertThat(permissions(file)).isEqualTo(loose.substring(0, 3) + "------");
            assertThat(PrivateFiles.isOpenToOthers(file)).isFalse();
        }
        assertThat(PrivateFiles.isOpenToOthers(folder.resolve("missing"))).isFalse();
        assertThat(PrivateFiles.closeToOthers(folder.resolve("missing"))).isFalse();
    }

    @Test
    void the_access_control_list_names_the_owner_alone() {
        UserPrincipal owner = () -> "owner";
        assertThat(PrivateFiles.ownerAlone(owner, Set.of(AclEntryFlag.FILE_INHERIT)))
                .singleElement()
                .returns(owner, AclEntry::principal)
                .returns(Set.of(AclEntryPermission.values()), AclEntry::permissions)
                .returns(Set.of(AclEntryFlag.FILE_INHERIT), AclEntry::flags);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
