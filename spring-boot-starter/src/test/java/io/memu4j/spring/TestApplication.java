package io.memu4j.spring;

import io.memu4j.AfterCommit;
import io.memu4j.MemoryService;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An application with users who sign in, orders in a table of its own, and memory. */
@SpringBootApplication
class TestApplication {
    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/**", "/public", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                User.withUsername("ada").password("{noop}secret").build(),
                User.withUsername("grace").password("{noop}secret").build());
    }

    @RestController
    record Notes(MemoryService memory, Orders orders) {
        @PostMapping("/notes")
        void remember(@RequestParam String source, @RequestBody String text) {
            memory.memorize(MemorizeRequest.text(source, text));
        }

        @GetMapping({"/notes", "/public"})
        List<String> recall(@RequestParam String question) {
            return memory.retrieve(question).passages().stream()
                    .map(hit -> hit.value().text())
                    .toList();
        }

        /** Fails for what is not sold; the order is remembered at once, or if the transaction commits. */
        @PostMapping("/orders")
        void order(@RequestParam boolean afterCommit, @RequestBody String article) {
            orders.place(article, afterCommit);
        }
    }

    /** Orders of which only those of kettles succeed. */
    @org.springframework.stereotype.Service
    static class Orders {
        private final JdbcTemplate rows;
        private final MemoryService memory;
        private final AfterCommit afterCommit;
        private final List<CompletableFuture<MemorizeResult>> memorized = new CopyOnWriteArrayList<>();

        Orders(JdbcTemplate rows, MemoryService memory, AfterCommit afterCommit) {
            this.rows = rows;
            this.memory = memory;
            this.afterCommit = afterCommit;
        }

        @Transactional
        void place(String article, boolean ifCommitted) {
            rows.update("insert into orders (article) values (?)", article);
            MemorizeRequest order = MemorizeRequest.text("order of " + article, "I ordered a " + article + ".");
            if (ifCommitted) {
                memorized.add(afterCommit.memorize(memory.scope(), order));
            } else {
                memory.memorize(order);
            }
            if (!article.contains("kettle")) {
                throw new IllegalArgumentException("We sell kettles only.");
            }
        }

        List<CompletableFuture<MemorizeResult>> memorized() {
            return memorized;
        }

        long count() {
            return rows.queryForObject("select count(*) from orders", Long.class);
        }
    }
}
