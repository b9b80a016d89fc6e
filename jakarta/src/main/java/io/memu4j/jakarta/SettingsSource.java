package io.memu4j.jakarta;

import io.memu4j.config.MemorySettings;

/** Where the settings are, if the application has no bean of them. */
interface SettingsSource {
    /** Reads the settings. */
    MemorySettings read();
}
