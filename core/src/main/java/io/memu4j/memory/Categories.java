package io.memu4j.memory;

import io.memu4j.model.Category;
import java.util.List;
import java.util.Optional;

/** The topics of one scope. A category comes into being with the first item linked to it. Thread-safe. */
public interface Categories {
    Optional<Category> get(String id);

    /** All of them, by name. */
    List<Category> list();
}
