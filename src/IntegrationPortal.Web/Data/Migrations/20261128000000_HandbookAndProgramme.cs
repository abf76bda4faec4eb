using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class HandbookAndProgramme : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "indicator");

            migrationBuilder.AddColumn<Guid>(
                name: "origin_id",
                table: "handbook_entry",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "origin_version",
                table: "handbook_entry",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "answer",
                table: "entry_comment",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "answered_at",
                table: "entry_comment",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "adoption",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    known_version = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    adopted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    adopted_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    adaptation = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    outcome = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    result = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    evidence = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: true),
                    released_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reminded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adoption", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_adoption_handbook_entries_entry_id",
                        column: x => x.entry_id,
                        principalTable: "handbook_entry",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_adoption_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "board_meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    agenda = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    minutes = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_board_meeting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "entry_picture",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    alt = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    credit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry_picture", x => x.id);
                    table.ForeignKey(
                        name: "fk_entry_picture_handbook_entries_entry_id",
                        column: x => x.entry_id,
                        principalTable: "handbook_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evaluation_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    begins = table.Column<DateOnly>(type: "date", nullable: false),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evaluation_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_item",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    text_de = table.Column<string>(type: "text", nullable: false),
                    text_en = table.Column<string>(type: "text", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_item", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "indicator_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    municipality_key = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    part = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    amount = table.Column<decimal>(type: "numeric", nullable: true),
                    denominator = table.Column<decimal>(type: "numeric", nullable: true),
                    source_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    source_date = table.Column<DateOnly>(type: "date", nullable: false),
                    office = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    recorded_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "key_successor",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    next_key = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    next_name = table.Column<string>(type: "text", nullable: false),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_successor", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "programme_partner",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    name_de = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    role_de = table.Column<string>(type: "text", nullable: false),
                    role_en = table.Column<string>(type: "text", nullable: false),
                    state_code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_partner", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "programme_phase",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    name_de = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    about_de = table.Column<string>(type: "text", nullable: false),
                    about_en = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_phase", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "programme_review",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_review", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "progress_report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    figures = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_progress_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "public_profile",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    organisation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    about = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    released_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_profile", x => x.user_id);
                    table.ForeignKey(
                        name: "fk_public_profile_portal_user_user_id",
                        column: x => x.user_id,
                        principalTable: "portal_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "published_figure",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    figure = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    amount = table.Column<decimal>(type: "numeric", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_figure", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_published_figure_few", "figure in ('Meetings', 'Hours') or amount >= 5");
                    table.ForeignKey(
                        name: "fk_published_figure_actor_tenant_id_actor_id",
                        columns: x => new { x.tenant_id, x.actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_published_figure_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "reader_question",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    moderated_by_user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    moderated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: true),
                    answered_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    answered_by_user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reader_question", x => x.id);
                    table.ForeignKey(
                        name: "fk_reader_question_handbook_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "handbook_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reader_question_tenants_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recommendation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false),
                    responsible = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recommendation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "released_adoption",
                columns: table => new
                {
                    adoption_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality = table.Column<string>(type: "text", nullable: false),
                    adopted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    adaptation = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    evidence = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_released_adoption", x => x.adoption_id);
                });

            migrationBuilder.CreateTable(
                name: "survey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    questionnaire_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    wave = table.Column<int>(type: "integer", nullable: false),
                    opens_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "target",
                schema: "indicator",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_key = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    baseline = table.Column<decimal>(type: "numeric", nullable: false),
                    baseline_month = table.Column<DateOnly>(type: "date", nullable: false),
                    target = table.Column<decimal>(type: "numeric", nullable: false),
                    target_month = table.Column<DateOnly>(type: "date", nullable: false),
                    office = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    set_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "adoption_step",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    adoption_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adoption_step", x => new { x.tenant_id, x.adoption_id, x.id });
                    table.ForeignKey(
                        name: "fk_adoption_step_adoption_tenant_id_adoption_id",
                        columns: x => new { x.tenant_id, x.adoption_id },
                        principalTable: "adoption",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_adoption_step_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "evaluation_snapshot",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wave = table.Column<int>(type: "integer", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    previous_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evaluation_snapshot", x => new { x.plan_id, x.wave });
                    table.ForeignKey(
                        name: "fk_evaluation_snapshot_evaluation_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "evaluation_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_indicator",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_number = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    definition_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_indicator", x => new { x.plan_id, x.question_number, x.code });
                    table.ForeignKey(
                        name: "fk_plan_indicator_evaluation_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "evaluation_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_question",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_question", x => new { x.plan_id, x.number });
                    table.ForeignKey(
                        name: "fk_plan_question_evaluation_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "evaluation_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pilot",
                columns: table => new
                {
                    pilot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    phase = table.Column<int>(type: "integer", nullable: false),
                    is_in_labour_track = table.Column<bool>(type: "boolean", nullable: false),
                    fields = table.Column<int>(type: "integer", nullable: false),
                    applied_on = table.Column<DateOnly>(type: "date", nullable: false),
                    interest = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cycle_version = table.Column<int>(type: "integer", nullable: true),
                    shares_assessment = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pilot", x => x.pilot_id);
                    table.ForeignKey(
                        name: "fk_pilot_programme_phase_phase",
                        column: x => x.phase,
                        principalTable: "programme_phase",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pilot_tenants_pilot_id",
                        column: x => x.pilot_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_section",
                columns: table => new
                {
                    review_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    heading = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_section", x => new { x.review_id, x.id });
                    table.ForeignKey(
                        name: "fk_review_section_programme_review_review_id",
                        column: x => x.review_id,
                        principalTable: "programme_review",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_block",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text_de = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
                    text_en = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_block", x => new { x.report_id, x.section });
                    table.ForeignKey(
                        name: "fk_report_block_progress_report_report_id",
                        column: x => x.report_id,
                        principalTable: "progress_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "figure_basis",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    figure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    behind = table.Column<string>(type: "jsonb", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figure_basis", x => new { x.tenant_id, x.figure_id });
                    table.ForeignKey(
                        name: "fk_figure_basis_published_figure_tenant_id_figure_id",
                        columns: x => new { x.tenant_id, x.figure_id },
                        principalTable: "published_figure",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_figure_basis_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "survey_batch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    survey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_key = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    links = table.Column<int>(type: "integer", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_batch", x => x.id);
                    table.ForeignKey(
                        name: "fk_survey_batch_surveys_survey_id",
                        column: x => x.survey_id,
                        principalTable: "survey",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "survey_tally",
                columns: table => new
                {
                    survey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_key = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    item_key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<int>(type: "integer", nullable: false),
                    answers = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_tally", x => new { x.survey_id, x.municipality_key, x.item_key, x.value });
                    table.ForeignKey(
                        name: "fk_survey_tally_survey_survey_id",
                        column: x => x.survey_id,
                        principalTable: "survey",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pilot_agreement",
                columns: table => new
                {
                    pilot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until_on = table.Column<DateOnly>(type: "date", nullable: false),
                    signed_for = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pilot_agreement", x => new { x.pilot_id, x.id });
                    table.ForeignKey(
                        name: "fk_pilot_agreement_pilots_pilot_id",
                        column: x => x.pilot_id,
                        principalTable: "pilot",
                        principalColumn: "pilot_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pilot_assignment",
                columns: table => new
                {
                    pilot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pilot_assignment", x => new { x.pilot_id, x.id });
                    table.ForeignKey(
                        name: "fk_pilot_assignment_pilots_pilot_id",
                        column: x => x.pilot_id,
                        principalTable: "pilot",
                        principalColumn: "pilot_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pilot_assignment_portal_user_user_id",
                        column: x => x.user_id,
                        principalTable: "portal_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pilot_check_in",
                columns: table => new
                {
                    pilot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    light = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pilot_check_in", x => new { x.pilot_id, x.id });
                    table.ForeignKey(
                        name: "fk_pilot_check_in_pilots_pilot_id",
                        column: x => x.pilot_id,
                        principalTable: "pilot",
                        principalColumn: "pilot_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pilot_continuation",
                columns: table => new
                {
                    pilot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    position_funded = table.Column<bool>(type: "boolean", nullable: false),
                    template_in_use = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pilot_continuation", x => new { x.pilot_id, x.id });
                    table.ForeignKey(
                        name: "fk_pilot_continuation_pilots_pilot_id",
                        column: x => x.pilot_id,
                        principalTable: "pilot",
                        principalColumn: "pilot_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pilot_decision",
                columns: table => new
                {
                    pilot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    body = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    subject = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    outcome = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pilot_decision", x => new { x.pilot_id, x.id });
                    table.ForeignKey(
                        name: "fk_pilot_decision_pilots_pilot_id",
                        column: x => x.pilot_id,
                        principalTable: "pilot",
                        principalColumn: "pilot_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pilot_measure",
                columns: table => new
                {
                    pilot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    field = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    responsible = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    budget = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    evidence = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pilot_measure", x => new { x.pilot_id, x.id });
                    table.ForeignKey(
                        name: "fk_pilot_measure_pilots_pilot_id",
                        column: x => x.pilot_id,
                        principalTable: "pilot",
                        principalColumn: "pilot_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pilot_milestone",
                columns: table => new
                {
                    pilot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step_key = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reached_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pilot_milestone", x => new { x.pilot_id, x.step_key });
                    table.ForeignKey(
                        name: "fk_pilot_milestone_pilots_pilot_id",
                        column: x => x.pilot_id,
                        principalTable: "pilot",
                        principalColumn: "pilot_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pilot_question",
                columns: table => new
                {
                    pilot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    asked_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pilot_question", x => new { x.pilot_id, x.id });
                    table.ForeignKey(
                        name: "fk_pilot_question_pilots_pilot_id",
                        column: x => x.pilot_id,
                        principalTable: "pilot",
                        principalColumn: "pilot_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pilot_seat",
                columns: table => new
                {
                    pilot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    function = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    office = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    person_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pilot_seat", x => new { x.pilot_id, x.id });
                    table.ForeignKey(
                        name: "fk_pilot_seat_pilot_pilot_id",
                        column: x => x.pilot_id,
                        principalTable: "pilot",
                        principalColumn: "pilot_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pilot_visit",
                columns: table => new
                {
                    pilot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    purpose = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    is_cancelled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pilot_visit", x => new { x.pilot_id, x.id });
                    table.ForeignKey(
                        name: "fk_pilot_visit_pilots_pilot_id",
                        column: x => x.pilot_id,
                        principalTable: "pilot",
                        principalColumn: "pilot_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "workshop",
                columns: table => new
                {
                    pilot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    format_id = table.Column<Guid>(type: "uuid", nullable: false),
                    format_slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    format_title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    moderation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    cancel_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    result = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workshop", x => new { x.pilot_id, x.id });
                    table.ForeignKey(
                        name: "fk_workshop_pilot_pilot_id",
                        column: x => x.pilot_id,
                        principalTable: "pilot",
                        principalColumn: "pilot_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_comment",
                columns: table => new
                {
                    review_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_comment", x => new { x.review_id, x.id });
                    table.ForeignKey(
                        name: "fk_review_comment_review_section_review_id_section_id",
                        columns: x => new { x.review_id, x.section_id },
                        principalTable: "review_section",
                        principalColumns: new[] { "review_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "survey_link",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    survey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_key = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_link", x => x.id);
                    table.ForeignKey(
                        name: "fk_survey_link_survey_batch_batch_id",
                        column: x => x.batch_id,
                        principalTable: "survey_batch",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_survey_link_surveys_survey_id",
                        column: x => x.survey_id,
                        principalTable: "survey",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pilot_delay",
                columns: table => new
                {
                    pilot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    step_key = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    expected_on = table.Column<DateOnly>(type: "date", nullable: false),
                    by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pilot_delay", x => new { x.pilot_id, x.id });
                    table.ForeignKey(
                        name: "fk_pilot_delay_pilot_milestone_pilot_id_step_key",
                        columns: x => new { x.pilot_id, x.step_key },
                        principalTable: "pilot_milestone",
                        principalColumns: new[] { "pilot_id", "step_key" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feedback_answer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, defaultValueSql: "gen_random_uuid()"),
                    pilot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workshop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    value = table.Column<int>(type: "integer", nullable: true),
                    remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_answer", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_answer_workshop_pilot_id_workshop_id",
                        columns: x => new { x.pilot_id, x.workshop_id },
                        principalTable: "workshop",
                        principalColumns: new[] { "pilot_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feedback_slip",
                columns: table => new
                {
                    pilot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workshop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    is_used = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_slip", x => new { x.pilot_id, x.workshop_id, x.number });
                    table.ForeignKey(
                        name: "fk_feedback_slip_workshop_pilot_id_workshop_id",
                        columns: x => new { x.pilot_id, x.workshop_id },
                        principalTable: "workshop",
                        principalColumns: new[] { "pilot_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "workshop_attendance",
                columns: table => new
                {
                    pilot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workshop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workshop_attendance", x => new { x.pilot_id, x.workshop_id, x.group });
                    table.ForeignKey(
                        name: "fk_workshop_attendance_workshop_pilot_id_workshop_id",
                        columns: x => new { x.pilot_id, x.workshop_id },
                        principalTable: "workshop",
                        principalColumns: new[] { "pilot_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_adoption_one_plan",
                table: "adoption",
                columns: new[] { "tenant_id", "entry_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entry_picture_entry_id",
                table: "entry_picture",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_answer_pilot_id_workshop_id",
                table: "feedback_answer",
                columns: new[] { "pilot_id", "workshop_id" });

            migrationBuilder.CreateIndex(
                name: "ix_indicator_entry_municipality_key_code_month_part_recorded_at",
                table: "indicator_entry",
                columns: new[] { "municipality_key", "code", "month", "part", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_key_successor_next_key",
                table: "key_successor",
                column: "next_key");

            migrationBuilder.CreateIndex(
                name: "ix_pilot_assignment_user_id",
                table: "pilot_assignment",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_pilot_check_in_one_per_quarter",
                table: "pilot_check_in",
                columns: new[] { "pilot_id", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pilot_delay_pilot_id_step_key",
                table: "pilot_delay",
                columns: new[] { "pilot_id", "step_key" });

            migrationBuilder.CreateIndex(
                name: "ix_progress_report_year",
                table: "progress_report",
                column: "year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_published_figure_tenant_id_year_figure_actor_id_reason",
                table: "published_figure",
                columns: new[] { "tenant_id", "year", "figure", "actor_id", "reason" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_reader_question_entry_id_state",
                table: "reader_question",
                columns: new[] { "entry_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_released_adoption_entry_id",
                table: "released_adoption",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_comment_review_id_section_id",
                table: "review_comment",
                columns: new[] { "review_id", "section_id" });

            migrationBuilder.CreateIndex(
                name: "ix_target_municipality_key_code_baseline_month",
                schema: "indicator",
                table: "target",
                columns: new[] { "municipality_key", "code", "baseline_month" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_handbook_entry_handbook_entry_origin_id",
                table: "handbook_entry",
                column: "origin_id",
                principalTable: "handbook_entry",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_handbook_entry_handbook_entry_origin_id",
                table: "handbook_entry");

            migrationBuilder.DropTable(
                name: "adoption_step");

            migrationBuilder.DropTable(
                name: "board_meeting");

            migrationBuilder.DropTable(
                name: "entry_picture");

            migrationBuilder.DropTable(
                name: "evaluation_snapshot");

            migrationBuilder.DropTable(
                name: "feedback_answer");

            migrationBuilder.DropTable(
                name: "feedback_item");

            migrationBuilder.DropTable(
                name: "feedback_slip");

            migrationBuilder.DropTable(
                name: "figure_basis");

            migrationBuilder.DropTable(
                name: "indicator_entry");

            migrationBuilder.DropTable(
                name: "key_successor");

            migrationBuilder.DropTable(
                name: "pilot_agreement");

            migrationBuilder.DropTable(
                name: "pilot_assignment");

            migrationBuilder.DropTable(
                name: "pilot_check_in");

            migrationBuilder.DropTable(
                name: "pilot_continuation");

            migrationBuilder.DropTable(
                name: "pilot_decision");

            migrationBuilder.DropTable(
                name: "pilot_delay");

            migrationBuilder.DropTable(
                name: "pilot_measure");

            migrationBuilder.DropTable(
                name: "pilot_question");

            migrationBuilder.DropTable(
                name: "pilot_seat");

            migrationBuilder.DropTable(
                name: "pilot_visit");

            migrationBuilder.DropTable(
                name: "plan_indicator");

            migrationBuilder.DropTable(
                name: "plan_question");

            migrationBuilder.DropTable(
                name: "programme_partner");

            migrationBuilder.DropTable(
                name: "public_profile");

            migrationBuilder.DropTable(
                name: "reader_question");

            migrationBuilder.DropTable(
                name: "recommendation");

            migrationBuilder.DropTable(
                name: "released_adoption");

            migrationBuilder.DropTable(
                name: "report_block");

            migrationBuilder.DropTable(
                name: "review_comment");

            migrationBuilder.DropTable(
                name: "survey_link");

            migrationBuilder.DropTable(
                name: "survey_tally");

            migrationBuilder.DropTable(
                name: "target",
                schema: "indicator");

            migrationBuilder.DropTable(
                name: "workshop_attendance");

            migrationBuilder.DropTable(
                name: "adoption");

            migrationBuilder.DropTable(
                name: "published_figure");

            migrationBuilder.DropTable(
                name: "pilot_milestone");

            migrationBuilder.DropTable(
                name: "evaluation_plan");

            migrationBuilder.DropTable(
                name: "progress_report");

            migrationBuilder.DropTable(
                name: "review_section");

            migrationBuilder.DropTable(
                name: "survey_batch");

            migrationBuilder.DropTable(
                name: "workshop");

            migrationBuilder.DropTable(
                name: "programme_review");

            migrationBuilder.DropTable(
                name: "survey");

            migrationBuilder.DropTable(
                name: "pilot");

            migrationBuilder.DropTable(
                name: "programme_phase");

            migrationBuilder.DropColumn(
                name: "origin_id",
                table: "handbook_entry");

            migrationBuilder.DropColumn(
                name: "origin_version",
                table: "handbook_entry");

            migrationBuilder.DropColumn(
                name: "answer",
                table: "entry_comment");

            migrationBuilder.DropColumn(
                name: "answered_at",
                table: "entry_comment");
        }
    }
}
