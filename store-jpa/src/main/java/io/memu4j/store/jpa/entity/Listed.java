package io.memu4j.store.jpa.entity;

import io.memu4j.model.Cursor;
import java.util.Map;

/** A row that is listed page by page, in the order of its creation. */
public interface Listed {
    /** Its place in the list. */
    Cursor place();

    /** The caller's attributes. */
    Map<String, String> attributes();
}
