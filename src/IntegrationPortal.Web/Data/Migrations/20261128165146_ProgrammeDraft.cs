using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class ProgrammeDraft : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "ix_feedback_answer_pilot_id_workshop_id",
                table: "feedback_answer",
                columns: new[] { "pilot_id", "workshop_id" });

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
                name: "ix_review_comment_review_id_section_id",
                table: "review_comment",
                columns: new[] { "review_id", "section_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "board_meeting");

            migrationBuilder.DropTable(
                name: "feedback_answer");

            migrationBuilder.DropTable(
                name: "feedback_item");

            migrationBuilder.DropTable(
                name: "feedback_slip");

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
                name: "programme_partner");

            migrationBuilder.DropTable(
                name: "public_profile");

            migrationBuilder.DropTable(
                name: "recommendation");

            migrationBuilder.DropTable(
                name: "review_comment");

            migrationBuilder.DropTable(
                name: "workshop_attendance");

            migrationBuilder.DropTable(
                name: "pilot_milestone");

            migrationBuilder.DropTable(
                name: "review_section");

            migrationBuilder.DropTable(
                name: "workshop");

            migrationBuilder.DropTable(
                name: "programme_review");

            migrationBuilder.DropTable(
                name: "pilot");

            migrationBuilder.DropTable(
                name: "programme_phase");
        }
    }
}
