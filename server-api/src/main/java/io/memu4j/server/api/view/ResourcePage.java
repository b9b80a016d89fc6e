package io.memu4j.server.api.view;

import io.memu4j.model.Page;
import io.memu4j.model.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of sources; {@code next} is the cursor of the following one, absent on the last. */
public record ResourcePage(List<ResourceView> resources, @Nullable String next) {
    /** The view of a page. */
    public static ResourcePage of(Page<Resource> page) {
        return new ResourcePage(page.rows().stream().map(ResourceView::of).toList(), page.next());
    }
}
