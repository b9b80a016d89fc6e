package io.memu4j.jakarta;

import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.ScannedClasses;
import java.util.List;

/** Tells a CDI container which beans there are: those whose libraries the application or the server has. */
public final class MemoryExtension implements BuildCompatibleExtension {
    private record OptionalBean(String name, List<String> needs) {}

    private static final String HERE = "io.memu4j.jakarta.";

    private static final List<OptionalBean> BEANS = List.of(
            bean("MemoryBeans"),
            bean("MemoryOpening"),
            bean("CallerScopes"),
            bean("Background"),
            bean("ServletCaller", "jakarta.servlet.http.HttpServletRequest"),
            bean("TokenCaller", "org.eclipse.microprofile.jwt.JsonWebToken"),
            bean("SecurityCaller", "jakarta.security.enterprise.SecurityContext"),
            bean("MicroProfileSettings", "org.eclipse.microprofile.config.ConfigProvider"),
            bean("MemoryReadiness", "org.eclipse.microprofile.health.HealthCheck"),
            bean("ModelBeans", "dev.langchain4j.model.chat.ChatModel", "io.memu4j.llm.langchain4j.LangChain4jModels"),
            bean("AgentBeans", "dev.langchain4j.service.AiServices", "io.memu4j.langchain4j.MemuTools"));

    /** For the container. */
    public MemoryExtension() {}

    /**
     * Adds the beans.
     *
     * @param classes what the container looks at
     */
    @Discovery
    public void addBeans(ScannedClasses classes) {
        for (OptionalBean bean : BEANS) {
            if (bean.needs().stream().allMatch(MemoryExtension::isPresent)) {
                classes.add(bean.name());
            }
        }
    }

    private static OptionalBean bean(String name, String... needs) {
        return new OptionalBean(HERE + name, List.of(needs));
    }

    private static boolean isPresent(String className) {
        try {
            Class.forName(className, false, MemoryExtension.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
