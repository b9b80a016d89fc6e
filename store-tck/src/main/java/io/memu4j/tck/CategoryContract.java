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
        Category full = Changed.summary(Samples.category("places"), "# Places\n* Porto\n");
        applied(mine, changes().put(empty).put(full));
        assertThat(mine.category(empty.id())).contains(Changed.version(empty, 1));
        assertThat(mine.category(full.id())).contains(Changed.version(full, 1));
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
        applied(mine, changes().put(Changed.summary(Changed.version(places, 1), "Porto")));
        applied(mine, changes().put(Changed.summary(Changed.version(places, 2), "")));
        assertThat(mine.categories()).containsExactly(Changed.version(places, 3));
    }

    @Test
    void a_name_is_taken_without_regard_to_case_and_surrounding_space() {
        Category places = Samples.category("Places");
        applied(mine, changes().put(places));
        refused(Cause.CATEGORY, mine, changes().put(Samples.category(" pLACES ")));
        Category other = Samples.category("Pl\u00e0ces");
        applied(mine, changes().put(other));
        refused(Cause.CATEGORY, mine, changes().put(Changed.name(Changed.version(other, 1), "PLACES")));
    }

    @Test
    void a_renamed_category_frees_its_name() {
        Category places = Samples.category("places");
        applied(mine, changes().put(places));
        applied(mine, changes().put(Changed.name(Changed.version(places, 1), "Sites")));
        Category anew = Samples.category("places");
        applied(mine, changes().put(anew));
        assertThat(mine.categories()).extracting(Category::id).containsExactly(anew.id(), places.id());
    }
}
