package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Category;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Categories. */
abstract class CategoryContract extends StoreTopic {
    @Test
    void a_new_category_is_stored_as_given_at_version_1() {
        Category empty = Samples.category("Work Life");
        Category full = Samples.category("places").toBuilder()
                .summary("# Places\n* Porto\n")
                .build();
        applied(mine, changes().put(empty).put(full));
        assertThat(mine.category(empty.id()))
                .contains(empty.toBuilder().version(1).build());
        assertThat(mine.category(full.id()))
                .contains(full.toBuilder().version(1).build());
    }

    @Test
    void categories_come_by_name_without_regard_to_case() {
        List<Category> made = List.of(
                Samples.category("beta"),
                Samples.category("Alpha"),
                Samples.category("GAMMA"),
                Samples.category("alpha 2"),
                Samples.category("\u00e9t\u00e9"));
        var changes = changes();
        made.forEach(changes::put);
        applied(mine, changes);
        assertThat(mine.categories())
                .extracting(Category::name)
                .containsExactly("Alpha", "alpha 2", "beta", "GAMMA", "\u00e9t\u00e9");
    }

    @Test
    void a_changed_summary_is_the_next_version() {
        Category places = Samples.category("places");
        applied(mine, changes().put(places));
        applied(
                mine,
                changes().put(places.toBuilder().version(1).summary("Porto").build()));
        applied(mine, changes().put(places.toBuilder().version(2).summary("").build()));
        assertThat(mine.categories())
                .containsExactly(places.toBuilder().version(3).build());
    }

    @Test
    void a_name_is_taken_without_regard_to_case_and_surrounding_space() {
        Category places = Samples.category("Places");
        applied(mine, changes().put(places));
        refused(Cause.CATEGORY, mine, changes().put(Samples.category(" pLACES ")));
        Category other = Samples.category("Pl\u00e0ces");
        applied(mine, changes().put(other));
        refused(
                Cause.CATEGORY,
                mine,
                changes().put(other.toBuilder().version(1).name("PLACES").build()));
    }

    @Test
    void a_renamed_category_frees_its_name() {
        Category places = Samples.category("places");
        applied(mine, changes().put(places));
        applied(mine, changes().put(places.toBuilder().version(1).name("Sites").build()));
        Category anew = Samples.category("places");
        applied(mine, changes().put(anew));
        assertThat(mine.categories()).extracting(Category::id).containsExactly(anew.id(), places.id());
    }
}
