package io.memu4j.server.api.view;

import io.memu4j.model.Category;
import java.util.List;

/** Topics by name. */
public record CategoryList(List<CategoryView> categories) {
    /** The view of categories. */
    public static CategoryList of(List<Category> categories) {
        return new CategoryList(categories.stream().map(CategoryView::of).toList());
    }
}
