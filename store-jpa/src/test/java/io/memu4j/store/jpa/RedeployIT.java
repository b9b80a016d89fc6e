package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An application that is undeployed leaves nothing in the server: after four deployments, or as many as {@code -Dmemu.redeploys} says. The JDK
 * itself keeps the last two class loaders that made a record comparable or parsed XML, so those do not count.
 */
class RedeployIT {
    private static final int DEPLOYMENTS = Integer.getInteger("memu.redeploys", 4);
    private static final int KEPT_BY_THE_JDK = 2;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "h2-"})
    void nothing_is_left_of_an_application_that_was_undeployed(String jarsOfTheServer) throws Exception {
        Map<String, String> left = afterDeployments(jarsOfTheServer);

        assertThat(left)
                .containsEntry("threads", "[]")
                .containsEntry("beans", "[]")
                .containsEntry("drivers", "[]");
        assertThat(Integer.parseInt(left.get("alive"))).as("class loaders").isLessThanOrEqualTo(KEPT_BY_THE_JDK);
    }

    private Map<String, String> afterDeployments(String jarsOfTheServer) throws Exception {
        ProcessBuilder server = ChildJvm.of(DeployingServer.class, Integer.toString(DEPLOYMENTS), jarsOfTheServer);
        String path = server.command().get(server.command().indexOf("-cp") + 1);
        server.command()
                .set(
                        server.command().indexOf("-cp") + 1,
                        Path.of(DeployingServer.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString());
        server.command().add(1, "-XX:SoftRefLRUPolicyMSPerMB=0");
        server.command().add(1, "-Xmx400m");
        server.command().add(1, "-Dmemu.redeploy.path=" + path);
        server.command().add(1, "-Dmemu.redeploy.folder=" + folder);
        Path errors = folder.resolve("errors.txt");
        Process running = ChildJvm.started(server, errors);
        String printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(Files.readString(errors)).isZero();
        return Stream.of(printed.split("\\R"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
