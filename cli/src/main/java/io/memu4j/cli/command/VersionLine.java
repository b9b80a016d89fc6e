package io.memu4j.cli.command;

import io.memu4j.cli.Main;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class VersionLine implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"memu4j " + (version == null ? "(not packaged)" : version)};
    }
}
