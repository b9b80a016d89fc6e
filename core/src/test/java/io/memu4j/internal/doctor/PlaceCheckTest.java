package io.memu4j.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceCheckTest {
    @TempDir
    Path folder;

    @Test
    void a_full_disk_is_named_with_what_is_left_unless_it_is_named_already() {
        Path place = folder.resolve("resources");
        assertThat(new PlaceCheck(place.resolve("0".repeat(32)), List.of(), false).disk(200L << 20))
                .isEmpty();
        assertThat(new PlaceCheck(place.resolve("0".repeat(32)), List.of(), false).disk(7L << 20))
                .singleElement()
                .matches(finding -> finding.area() == Area.DISK)
                .matches(finding -> finding.problem().contains(place + " has 7 MB left"));
        Finding ofDatabase = Finding.of(Area.DISK, "The disk of " + folder + " has 7 MB left.", "Free some.");
        assertThat(new PlaceCheck(place.resolve("0".repeat(32)), List.of(ofDatabase), false).disk(7L << 20))
                .isEmpty();
    }
}
