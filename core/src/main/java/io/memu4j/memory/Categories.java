package io.memu4j.memory;

import io.memu4j.model.Category;
import java.util.List;
import java.util.Optional;

/** The categories of one scope. A category is created with the first item that is linked to it. Thread-safe. Calls no model. */
public interface Categories {
    /**
     * Returns a category.
     *
     * @param id its id
     * @return the category, or empty if the scope has none with this id
     */
    Optional<Category> get(String id);

    /** {@return all categories, by name} */
    List<Category> list();
}
