package io.gatehouse.dashboard;

import io.gatehouse.management.ManagementApi;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.platform.input.Issues;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The dashboard, over HTTP. */
@Path("/api/dashboard/users")
@ManagementApi
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboard")
class DashboardResource {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

  private final Dashboard dashboard;
  private final ManagementCall call;

  DashboardResource(Dashboard dashboard, ManagementCall call) {
    this.dashboard = dashboard;
    this.call = call;
  }

  @GET
  @Path("/total")
  @Operation(operationId = "GetTotalUserCount", summary = "Count the people")
  public Dashboard.Total total() {
    return dashboard.total(call.tenant());
  }

  @GET
  @Path("/new")
  @Operation(
      operationId = "GetNewUserCounts",
      summary = "Count who came today and in the last seven days")
  public Dashboard.NewUsers newUsers() {
    return dashboard.newUsers(call.tenant());
  }

  @GET
  @Path("/active")
  @Operation(
      operationId = "GetActiveUserCounts",
      summary = "Count who was active on a day, in a week and in a month")
  @Parameter(
      name = "date",
      in = ParameterIn.QUERY,
      description = "The last day that counts, as YYYY-MM-DD; today unless given.",
      schema = @Schema(type = SchemaType.STRING))
  public Dashboard.Activity active() {
    Optional<String> date = call.query().text("date");
    return dashboard.activity(
        call.tenant(), date.map(DashboardResource::day).orElseGet(dashboard::today));
  }

  private static LocalDate day(String text) {
    if (DAY.matcher(text).matches()) {
      try {
        LocalDate day = LocalDate.parse(text);
        if (!day.isBefore(EARLIEST)) {
          return day;
        }
      } catch (DateTimeParseException e) {
        // no day of any calendar
      }
    }
    Issues issues = new Issues();
    issues.at("date").wrongText("regex");
    issues.throwIfAny("query");
    throw new IllegalStateException();
  }
}
