package io.memu4j.cli.command;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class VersionLine implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = MemuCommand.class.getPackage().getImplementationVersion();
        return new String[] {"memu4j " + (version == null ? "(not packaged)" : version)};
    }
}
