using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Results : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "goal_results",
                table: "tandem",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "result",
                table: "case_step",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "step_result",
                columns: table => new
                {
                    template_key = table.Column<string>(type: "character varying(20)", nullable: false),
                    template_version = table.Column<int>(type: "integer", nullable: false),
                    step_key = table.Column<string>(type: "character varying(20)", nullable: false),
                    code = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name_de = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_step_result", x => new { x.template_key, x.template_version, x.step_key, x.code });
                    table.ForeignKey(
                        name: "fk_step_result_template_step_template_key_template_version_ste",
                        columns: x => new { x.template_key, x.template_version, x.step_key },
                        principalTable: "template_step",
                        principalColumns: new[] { "template_key", "template_version", "key" },
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "step_result");

            migrationBuilder.DropColumn(
                name: "goal_results",
                table: "tandem");

            migrationBuilder.DropColumn(
                name: "result",
                table: "case_step");
        }
    }
}
