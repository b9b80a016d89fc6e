package io.memu4j.examples.springboot;

import io.memu4j.MemoryService;
import io.memu4j.memorize.MemorizeRequest;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Remembers what its users write, each in a memory of their own. */
@SpringBootApplication
public class NotesApplication {
    public static void main(String[] args) {
        SpringApplication.run(NotesApplication.class, args);
    }

    // region spring-boot
    @RestController
    record Notes(MemoryService memory) { // the memory of whoever has signed in
        @PostMapping("/notes")
        void remember(@RequestParam String title, @RequestBody String text) {
            memory.memorize(MemorizeRequest.text(title, text));
        }

        @GetMapping("/notes")
        String recall(@RequestParam String question) {
            return memory.retrieve(question).toPrompt(400);
        }
    }
    // endregion

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(List.of(
                User.withUsername("ada").password("{noop}secret").build(),
                User.withUsername("bo").password("{noop}secret").build()));
    }
}
