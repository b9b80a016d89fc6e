package io.memu4j.jakarta;

import io.memu4j.config.MemorySettings;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The settings in MicroProfile Config. */
@Singleton
class MicroProfileSettings implements SettingsSource {
    @Override
    public MemorySettings read() {
        Config config = ConfigProvider.getConfig();
        return MemorySettings.from(
                name -> config.getOptionalValue(name, String.class).orElse(null));
    }
}
