package io.memu4j.jakarta;

import io.memu4j.spi.llm.Models;
import java.util.Optional;

/** Where models of the application may be found. */
interface ModelSource {
    /** Returns the models, or empty if the application has none there. */
    Optional<Models> models();
}
