using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Handbook2 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "ix_reader_question_entry_id_state",
                table: "reader_question",
                columns: new[] { "entry_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_released_adoption_entry_id",
                table: "released_adoption",
                column: "entry_id");

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
                name: "entry_picture");

            migrationBuilder.DropTable(
                name: "reader_question");

            migrationBuilder.DropTable(
                name: "released_adoption");

            migrationBuilder.DropTable(
                name: "adoption");

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
